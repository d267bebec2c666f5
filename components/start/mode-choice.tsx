'use client';

import type { Mode } from '#lib/domain/interview-event.ts';

const choices: { mode: Mode; name: string; text: string }[] = [
  { mode: 'typed', name: 'Typed', text: 'Expect 10 to 20 minutes; 25 is the limit.' },
  {
    mode: 'spoken',
    name: 'Spoken',
    text: 'Expect 8 to 12 minutes; 15 is the limit. You can correct each answer, or type it, before you send it.',
  },
];

/** Whether one types or speaks. */
export function ModeChoice({ chosen, onChoose }: { chosen: Mode; onChoose: (mode: Mode) => void }) {
  return (
    <fieldset className="grid max-w-read gap-2">
      <legend className="sr-only">Typed or spoken</legend>
      {choices.map(({ mode, name, text }) => (
        <label
          key={mode}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-rubric"
        >
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={mode === chosen}
            onChange={() => onChoose(mode)}
            className="mt-1 size-4.5 outline-none"
          />
          <span>
            <span className="block font-sans text-control font-semibold">{name}</span>
            <span className="block text-note text-faded">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
