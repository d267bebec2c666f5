import Link from 'next/link';
import { exerciseHref } from '#components/drill/drill-links.ts';
import { engineName } from '#components/engine-words.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { scenarioHref } from '#components/study/study-links.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import type { NextStep, Standing as StandingView } from '#lib/services/history/get-progress.ts';

/** What to work on next, and what the latest interview did better than any before; nothing before the first debrief. */
export function Standing({ standing }: { standing: StandingView }) {
  const { next, bests, latest } = standing;
  if (!latest) return null;
  return (
    <>
      <MarginSection title="Next to work on" note={next ? heldWords(next) : undefined}>
        {next ? (
          <NextToWorkOn next={next} />
        ) : (
          <p className="max-w-read text-note">
            Nothing holds a vote back: no story was told yet, or every score is a 3.
          </p>
        )}
      </MarginSection>
      {bests.length > 0 && (
        <MarginSection title="Personal bests" note="In your latest interview">
          <ul className="grid gap-x-8 gap-y-1 text-note tablet:grid-cols-2">
            {bests.map(({ criterion, name, score, before, unvalidated }) => (
              <li key={criterion} className="figures">
                {name}: {score} of 3, {before} at best before
                {unvalidated && <span className="label font-normal italic"> {notYetChecked}</span>}
              </li>
            ))}
          </ul>
        </MarginSection>
      )}
    </>
  );
}

function NextToWorkOn({ next }: { next: NextStep }) {
  const { latest, section, score } = next;
  const { level, engine } = latest.scorecard;
  return (
    <div className="max-w-read">
      <h3 className="text-ask">{next.name}</h3>
      {next.unvalidated && <p className="label mt-1 font-normal italic">{notYetChecked}</p>}
      <p className="mt-2 text-note">
        When it last did, its score was {score}. For a {next.next.score}: {next.next.needs}
      </p>
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 font-sans text-control">
        <Link href={exerciseHref(`section.${latest.scenarioId}.${section}`)} className="link">
          Drill the {section}
        </Link>
        <Link href={scenarioHref(latest.scenarioId, { level })} className="link">
          Study a story that has it
        </Link>
        <Link href={`/interviews/${latest.interviewId}`} className="link">
          Where it held you back
        </Link>
      </p>
      <p className="label mt-3 font-normal">As {engineName(engine)} read you.</p>
    </div>
  );
}

function heldWords({ times, of }: NextStep): string {
  if (of === 1) return 'Held back your last vote most';
  return `Held back ${times} of your last ${of} votes most`;
}
