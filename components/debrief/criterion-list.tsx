import { sectionLabels } from '#components/labels.ts';
import type { CriterionReport, Report } from '#lib/domain/report-schema.ts';
import { NotYetChecked } from './not-yet-checked.tsx';
import { QuoteLink } from './quote.tsx';
import { ScoreBar } from './score-bar.tsx';

/**
 * The ten scores: what was found, the words it rests on and those that count against it, what the score means, and what
 * the next one up would need.
 */
export function CriterionList({
  criteria,
  unvalidated,
}: {
  criteria: readonly CriterionReport[];
  unvalidated: Report['unvalidated'];
}) {
  return (
    <ol className="-mt-4">
      {criteria.map((criterion) => (
        <li
          key={criterion.criterion}
          className="keep grid gap-x-8 gap-y-2 border-b border-rule py-4 last:border-b-0 tablet:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <div>
            <h3 className="font-sans text-control font-semibold">{criterion.name}</h3>
            <p className="label font-normal">{sectionLabels[criterion.section]}</p>
            <ScoreBar score={criterion.score} />
            <p className="label figures mt-1 font-normal">{scoreWords(criterion)}</p>
            <NotYetChecked criterion={criterion.criterion} unvalidated={unvalidated} />
          </div>
          <div className="grid max-w-read gap-2 text-note">
            {criterion.found && <p>{criterion.found}</p>}
            <QuoteLinks quotes={criterion.evidence} />
            {criterion.against.length > 0 && (
              <div>
                <p className="font-sans text-label font-semibold text-faded">Words that count against it</p>
                <QuoteLinks quotes={criterion.against} />
              </div>
            )}
            <p className={criterion.found ? 'text-faded' : undefined}>
              {criterion.found && (
                <span className="font-sans text-label font-semibold">What a {criterion.score ?? 0} is</span>
              )}{' '}
              {criterion.anchor}
            </p>
            {criterion.next && (
              <p className="text-faded">
                <span className="font-sans text-label font-semibold">For a {criterion.next.score}</span>{' '}
                {criterion.next.needs}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function QuoteLinks({ quotes }: { quotes: CriterionReport['evidence'] }) {
  if (quotes.length === 0) return null;
  return (
    <ul className="grid gap-1 text-note">
      {quotes.map((evidence) => (
        <li key={`${evidence.turnId}-${evidence.start}-${evidence.end}`}>
          <QuoteLink evidence={evidence} />
        </li>
      ))}
    </ul>
  );
}

function scoreWords({ score, firstScore }: CriterionReport): string {
  if (score === null) return 'withheld: no words were found for it';
  const moved = firstScore !== null && firstScore !== score ? `, ${firstScore} from the story alone` : '';
  return `${score} of 3${moved}`;
}
