import Link from 'next/link';
import { engineName } from '#components/engine-words.ts';
import { levelLabels, levelOrder, verdictOrder, voteLabels } from '#components/labels.ts';
import { buttonClass } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { HistoryFilter } from '#lib/domain/history/history-filter.ts';
import { principleNames } from '#lib/domain/principle.ts';
import type { History } from '#lib/services/history/list-history.ts';
import { isNarrowed } from './history-links.ts';

/** Narrows the history: a form that sends itself to its own page, with or without script. */
export function HistoryFilterForm({
  action,
  filter,
  choices,
}: {
  action: string;
  filter: HistoryFilter;
  choices: History['choices'];
}) {
  return (
    <search aria-label="Your interviews">
      <form action={action} className="no-print border-t border-rule py-5">
        <div className="grid grid-cols-2 items-end gap-x-5 gap-y-4 desk:grid-cols-4">
          <Select label="Principle" name="principle" value={filter.principle ?? ''}>
            <option value="">All principles</option>
            {choices.principles.map((principle) => (
              <option key={principle} value={principle}>
                {principleNames[principle]}
              </option>
            ))}
          </Select>
          <Select label="Question" name="question" value={filter.question ?? ''}>
            <option value="">All questions</option>
            {choices.questions.map(({ id, question }) => (
              <option key={id} value={id}>
                {question}
              </option>
            ))}
          </Select>
          <Select label="Level" name="level" value={filter.level ?? ''}>
            <option value="">All levels</option>
            {levelOrder.map((level) => (
              <option key={level} value={level}>
                {levelLabels[level]}
              </option>
            ))}
          </Select>
          <Select label="Vote" name="vote" value={filter.vote ?? ''}>
            <option value="">Any vote</option>
            {[...verdictOrder, 'not_enough_evidence' as const].map((vote) => (
              <option key={vote} value={vote}>
                {voteLabels[vote]}
              </option>
            ))}
            <option value="none">None yet</option>
          </Select>
          <Select label="Engine" name="engine" value={filter.engine ?? ''}>
            <option value="">Any engine</option>
            {choices.engines.map((engine) => (
              <option key={engine} value={engine}>
                {engineName(engine)}
              </option>
            ))}
          </Select>
          <DateField label="From" name="from" value={filter.from} />
          <DateField label="To" name="to" value={filter.to} />
          <button type="submit" className={buttonClass('plain')}>
            Show
          </button>
        </div>
        {isNarrowed(filter) && (
          <p className="mt-3 text-note">
            <Link href={action} className="link">
              Show all of them
            </Link>
          </p>
        )}
      </form>
    </search>
  );
}

function DateField({ label, name, value }: { label: string; name: string; value: string | undefined }) {
  return (
    <label className="block">
      <span className="label">{label}</span>
      <input
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        className="mt-1 block min-h-11 w-full rounded-control border border-edge bg-sheet px-2 font-sans text-control"
      />
    </label>
  );
}
