import { budgetWords, engineLine, spentWords } from '#components/engine-words.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { EngineDescription } from '#lib/services/describe-engines.ts';

/** Which engine speaks and which grades, what it may spend, and what is at hand and not used. */
export function EngineNote({ engines }: { engines: EngineDescription }) {
  const { budgets, spentToday, samples, offers } = engines;
  const { interview, ownerDay, day } = budgets;
  const [each, own, all] = [budgetWords(interview), budgetWords(ownerDay), budgetWords(day)];
  return (
    <MarginSection title="The engine">
      <div className="grid max-w-read gap-3 text-note text-faded">
        <p>
          <span className="text-ink">{engineLine(engines)}.</span>
          {engines.grading !== 'embedded' && samples > 1 && ` Each answer is read ${samples} times.`}
          {spentToday === null && ' It needs no key and no network.'}
        </p>
        {spentToday && (
          <p className="figures">
            {each ? `An interview may spend ${each}` : 'No limit is set for an interview'};{' '}
            {own && `yours of a day ${own}; `}
            {all ? `all interviews of a day ${all}` : 'no limit is set for a day'}. Spent today:{' '}
            {spentToday.tokens > 0 ? spentWords(spentToday) : 'nothing yet'}.
          </p>
        )}
        {offers.map((offer) => (
          <p key={offer}>{offer}</p>
        ))}
      </div>
    </MarginSection>
  );
}
