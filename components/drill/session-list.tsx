import Link from 'next/link';
import type { SessionEntry } from '#lib/domain/drill/session-entry.ts';
import { exerciseHref, type SessionChoice } from './drill-links.ts';
import { entryTitle, kindWords } from './drill-words.ts';

/** The exercises of a session, in their order. */
export function SessionList({
  exercises,
  within,
}: {
  exercises: readonly SessionEntry[];
  within: SessionChoice;
}) {
  return (
    <ol className="-mt-4 border-b border-rule">
      {exercises.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-8 gap-y-1 border-b border-rule py-4 last:border-b-0 tablet:grid-cols-[9rem_minmax(0,1fr)_auto]"
        >
          <p className="label pt-1">{kindWords[entry.kind].name}</p>
          <div className="min-w-0 max-w-read">
            <p className="text-read">
              <Link href={exerciseHref(entry.id, within)} className="hover:text-rubric">
                {entryTitle(entry)}
              </Link>
            </p>
            <p className="label mt-0.5 font-normal">{entry.principleName}</p>
          </div>
          <p className="label figures pt-1 font-normal tablet:text-right">
            {entry.due && <span className="text-rubric">due again, </span>}
            {entry.targetSeconds} s
          </p>
        </li>
      ))}
    </ol>
  );
}
