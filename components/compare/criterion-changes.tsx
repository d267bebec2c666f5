import { quoteId } from '#components/debrief/marked-text.ts';
import { Day } from '#components/history/day.tsx';
import type { CriterionChange } from '#lib/domain/history/compare-attempts.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

type Sides = Record<'before' | 'after', { id: string; createdAt: number }>;

/** Criteria with their score and its words in both attempts, the earlier on the left. */
export function CriterionChanges({
  changes,
  sides,
  none,
}: {
  changes: readonly CriterionChange[];
  sides: Sides;
  none: string;
}) {
  if (changes.length === 0) return <p className="text-note text-faded">{none}</p>;
  return (
    <ol className="-mt-4">
      {changes.map((change) => (
        <li key={change.criterion} className="keep border-b border-rule py-4 last:border-b-0">
          <h3 className="font-sans text-control font-semibold">
            {change.name}{' '}
            <span className="figures font-normal">
              {shown(change.before.score)} <span aria-hidden="true">→</span>
              <span className="sr-only">to</span> {shown(change.after.score)}
            </span>
          </h3>
          {change.unvalidated && <p className="label font-normal italic">{notYetChecked}</p>}
          <div className="mt-2 grid gap-x-8 gap-y-4 tablet:grid-cols-2">
            <Words change={change} side="before" sides={sides} />
            <Words change={change} side="after" sides={sides} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function shown(score: number | null): string {
  return score === null ? 'withheld' : String(score);
}

/** The words of the side with the higher score stand out: they earned it. */
function Words({ change, side, sides }: { change: CriterionChange; side: 'before' | 'after'; sides: Sides }) {
  const { evidence, against, found, score } = change[side];
  const earned = change.change === (side === 'after' ? 'higher' : 'lower');
  const words = earned ? evidence : [...against, ...evidence];
  return (
    <div className="min-w-0 text-note">
      <p className="label font-normal">
        <Day at={sides[side].createdAt} short />, {shown(score)}
        {earned && <span className="text-rubric">, what earned the higher score</span>}
      </p>
      {words.map((quote) => (
        <blockquote
          key={`${quote.turnId}-${quote.start}-${quote.end}`}
          className={`mt-2 border-l pl-4 ${earned ? 'border-rubric' : 'border-edge'}`}
        >
          <a href={`/interviews/${sides[side].id}#${quoteId(quote)}`} className="hover:text-rubric">
            “{quote.quote}”<span className="sr-only"> (show in its debrief)</span>
          </a>
        </blockquote>
      ))}
      {words.length === 0 && <p className="mt-2 text-faded">Not mentioned.</p>}
      {found && <p className="mt-2 text-faded">{found}</p>}
    </div>
  );
}
