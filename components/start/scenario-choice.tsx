import type { Principle } from '#lib/domain/principle.ts';
import type { ScenarioSummary } from '#lib/services/list-scenarios.ts';

type Choice = Pick<ScenarioSummary, 'id' | 'question' | 'principle' | 'principleName'>;

/** The question to be asked: a principle from the list, then one of its questions. */
export function ScenarioChoice({
  scenarios,
  chosen,
  onChoose,
}: {
  scenarios: readonly Choice[];
  chosen: Choice;
  onChoose: (id: string) => void;
}) {
  const principles = new Map<Principle, Choice>();
  for (const scenario of scenarios)
    if (!principles.has(scenario.principle)) principles.set(scenario.principle, scenario);
  return (
    <>
      <label className="block max-w-read">
        <span className="label">Leadership Principle</span>
        <select
          value={chosen.principle}
          onChange={({ target }) => {
            const first = scenarios.find(({ principle }) => principle === target.value);
            if (first) onChoose(first.id);
          }}
          className="mt-1 block min-h-11 w-full rounded-control border border-edge bg-sheet px-2 font-sans text-control"
        >
          {[...principles.values()].map(({ principle, principleName }) => (
            <option key={principle} value={principle}>
              {principleName}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="mt-2">
        <legend className="sr-only">Question</legend>
        {scenarios
          .filter(({ principle }) => principle === chosen.principle)
          .map(({ id, question }) => (
            <label
              key={id}
              className="group grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-4 last:border-b-0 has-focus-visible:outline-2 has-focus-visible:outline-rubric"
            >
              <input
                type="radio"
                name="scenario"
                value={id}
                checked={id === chosen.id}
                onChange={() => onChoose(id)}
                className="mt-1.5 size-4.5 outline-none"
              />
              <span className="block max-w-read text-ask text-balance group-has-checked:font-medium">
                {question}
              </span>
            </label>
          ))}
      </fieldset>
    </>
  );
}
