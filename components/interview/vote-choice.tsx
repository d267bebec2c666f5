import { verdictOrder, voteLabels } from '#components/labels.ts';
import type { Verdict } from '#lib/domain/verdict.ts';

/** The four votes to choose from, for the vote on oneself. */
export function VoteChoice({
  legend,
  note,
  choice,
  onChoose,
}: {
  legend: string;
  note: string;
  choice: Verdict | null;
  onChoose: (verdict: Verdict) => void;
}) {
  return (
    <fieldset>
      <legend className="max-w-[26ch] text-title font-medium">{legend}</legend>
      <p className="mt-2 max-w-read text-note text-faded">{note}</p>
      <div className="mt-6 grid grid-cols-1 gap-x-5 border-t border-rule tablet:grid-cols-4 tablet:border-t-0">
        {verdictOrder.map((verdict) => (
          <label
            key={verdict}
            className="flex items-center gap-3 border-rule py-4 font-sans text-control font-medium max-tablet:border-b tablet:border-t-4 has-checked:tablet:border-rubric has-focus-visible:outline-2 has-focus-visible:outline-rubric"
          >
            <input
              type="radio"
              name="vote"
              value={verdict}
              checked={choice === verdict}
              onChange={() => onChoose(verdict)}
              className="size-4.5 outline-none"
            />
            {voteLabels[verdict]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
