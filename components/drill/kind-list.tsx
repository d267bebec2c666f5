import Link from 'next/link';
import type { ExerciseKind } from '#lib/domain/drill/exercise.ts';
import type { Practised } from '#lib/services/drill/drill-progress.ts';
import { drillHref } from './drill-links.ts';
import { kindOrder, kindWords } from './drill-words.ts';

/** The six kinds to choose from, with how far one has come in each. */
export function KindList({
  kinds,
  chosen,
}: {
  kinds: readonly ({ kind: ExerciseKind } & Practised)[];
  chosen: ExerciseKind | undefined;
}) {
  return (
    <ul className="grid gap-x-10 gap-y-6 tablet:grid-cols-2 wide:grid-cols-3">
      {kindOrder.map((kind) => {
        const practised = kinds.find((each) => each.kind === kind);
        return (
          <li key={kind} className={`border-t-4 pt-3 ${kind === chosen ? 'border-rubric' : 'border-rule'}`}>
            <h3 className="text-read font-medium">
              <Link
                href={drillHref({ kind })}
                aria-current={kind === chosen ? 'true' : undefined}
                className="hover:text-rubric"
              >
                {kindWords[kind].name}
              </Link>
            </h3>
            <p className="mt-1 text-note">{kindWords[kind].what}</p>
            {practised && <p className="label figures mt-1 font-normal">{standing(practised)}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function standing({ practised, exercises, mean, due }: Practised): string {
  const begun = `${practised} of ${exercises} tried`;
  if (mean === null) return begun;
  return `${begun}, ${Math.round(mean * 100)} of 100 on average${due > 0 ? `, ${due} due` : ''}`;
}
