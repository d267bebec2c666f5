import type { Principle } from '#lib/domain/principle.ts';

/** A principle to choose from, and whether the grader found the story to carry it. */
export interface PrincipleChoice {
  principle: Principle;
  name: string;
  found: boolean;
}

/** The principles one tells this story for. */
export function PrincipleFields({
  choices,
  chosen,
  onToggle,
}: {
  choices: readonly PrincipleChoice[];
  chosen: readonly Principle[];
  onToggle: (principle: Principle) => void;
}) {
  return (
    <fieldset>
      <legend className="sr-only">Principles it is told for</legend>
      <div className="grid gap-x-8 tablet:grid-cols-2">
        {choices.map(({ principle, name, found }) => (
          <label
            key={principle}
            className="flex items-baseline gap-3 py-1.5 font-sans text-control has-focus-visible:outline-2 has-focus-visible:outline-rubric"
          >
            <input
              type="checkbox"
              checked={chosen.includes(principle)}
              onChange={() => onToggle(principle)}
              className="size-4.5 translate-y-0.5 outline-none"
            />
            <span>
              {name}
              {found && <span className="label font-normal"> could carry it</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
