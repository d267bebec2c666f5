import type { ScenarioSummary } from '#lib/services/list-scenarios.ts';

/** The questions to choose from: the question is what one reads, its principle stands small beneath. */
export function ScenarioChoice({
  scenarios,
  chosen,
  onChoose,
}: {
  scenarios: readonly Pick<ScenarioSummary, 'id' | 'question' | 'principleName'>[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <div className="-mt-5">
      {scenarios.map(({ id, question, principleName }) => (
        <label
          key={id}
          className="group grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-5 last:border-b-0 has-focus-visible:outline-2 has-focus-visible:outline-rubric"
        >
          <input
            type="radio"
            name="scenario"
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
            className="mt-1.5 size-4.5 outline-none"
          />
          <span>
            <span className="block text-ask group-has-checked:font-medium">{question}</span>
            <span className="label mt-1 block">{principleName}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
