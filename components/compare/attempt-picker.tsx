import { dayWords } from '#components/history/day.tsx';
import { voteLabels } from '#components/labels.ts';
import { buttonClass } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Attempt } from '#lib/domain/history/attempt.ts';
import type { QuestionRecord } from '#lib/domain/history/records.ts';

/** Any two attempts at a question, chosen from lists; the form opens the comparison, with or without script. */
export function AttemptPicker({
  record,
  attempts,
}: {
  record: QuestionRecord;
  attempts: readonly Attempt[];
}) {
  const newestFirst = attempts.toSorted((a, b) => b.at - a.at);
  const options = newestFirst.map(({ interviewId, at, scorecard }, index) => (
    <option key={interviewId} value={interviewId}>
      {newestFirst.length - index}. {dayWords(at, true)}, {voteLabels[scorecard.votes[record.level].vote]}
    </option>
  ));
  return (
    <form
      action="/history/compare"
      aria-label={`Compare two attempts: ${record.latest.question}`}
      className="no-print mt-4 grid max-w-field items-end gap-x-4 gap-y-3 tablet:grid-cols-[1fr_1fr_auto]"
    >
      <Select label="This attempt" name="one" value={record.best.interviewId}>
        {options}
      </Select>
      <Select
        label="beside this one"
        name="other"
        value={record.best === record.latest ? record.first.interviewId : record.latest.interviewId}
      >
        {options}
      </Select>
      <button type="submit" className={buttonClass('plain')}>
        Compare
      </button>
    </form>
  );
}
