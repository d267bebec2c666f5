'use client';

import { engineLine } from '#components/engine-words.ts';
import type { EngineParts } from '#lib/domain/engine-parts.ts';

/** Holding this interview with the model that is set up, or without any. */
export function EngineChoice({
  engines,
  embedded,
  onChoose,
}: {
  engines: EngineParts;
  embedded: boolean;
  onChoose: (embedded: boolean) => void;
}) {
  const choices = [
    { value: false, text: engineLine(engines) },
    { value: true, text: engineLine({ speaking: 'embedded', grading: 'embedded' }) },
  ];
  return (
    <fieldset className="mt-5 grid gap-2">
      <legend className="label mb-2">This interview</legend>
      {choices.map(({ value, text }) => (
        <label
          key={text}
          className="flex items-center gap-3 font-sans text-control has-focus-visible:outline-2 has-focus-visible:outline-rubric"
        >
          <input
            type="radio"
            name="engine"
            checked={embedded === value}
            onChange={() => onChoose(value)}
            className="size-4.5 outline-none"
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
