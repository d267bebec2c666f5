import { spokenRange } from '#components/interview/clock.ts';
import { levelLabels, levelOrder } from '#components/labels.ts';
import type { Level } from '#lib/domain/level.ts';
import type { ScenarioSummary } from '#lib/services/list-scenarios.ts';

/** The level one is interviewed for, and what it changes: the length of the story, and the bar. */
export function LevelChoice({
  levels,
  chosen,
  onChoose,
}: {
  levels: ScenarioSummary['levels'];
  chosen: Level;
  onChoose: (level: Level) => void;
}) {
  return (
    <div className="grid gap-x-8 gap-y-4 tablet:grid-cols-3">
      {levelOrder.map((level) => (
        <label
          key={level}
          className="block border-t-4 border-rule pt-3 has-checked:border-rubric has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-rubric"
        >
          <span className="flex items-center gap-3">
            <input
              type="radio"
              name="level"
              value={level}
              checked={level === chosen}
              onChange={() => onChoose(level)}
              className="size-4.5 outline-none"
            />
            <span className="font-sans text-control font-semibold">{levelLabels[level]}</span>
          </span>
          <span className="label mt-2 block font-normal">
            Your story: {spokenRange(levels[level].target_seconds)}
          </span>
          <span className="mt-1.5 block text-note">{levels[level].bar}</span>
        </label>
      ))}
    </div>
  );
}
