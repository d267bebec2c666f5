import { Button } from '#components/ui/button.tsx';
import { lineClass } from '#components/ui/field.ts';
import type { StoryNumber } from '#lib/domain/story/story.ts';

const parts = [
  { part: 'what', name: 'What was measured' },
  { part: 'before', name: 'Before' },
  { part: 'after', name: 'After' },
  { part: 'over', name: 'Over what time' },
  { part: 'worth', name: 'What it was worth' },
] as const satisfies readonly { part: keyof StoryNumber; name: string }[];

/** The numbers of a story, to have at hand: each with its baseline, its time and its meaning. */
export function NumberFields({
  numbers,
  onChange,
  onAdd,
  onRemove,
}: {
  numbers: readonly StoryNumber[];
  onChange: (at: number, part: keyof StoryNumber, text: string) => void;
  onAdd: () => void;
  onRemove: (at: number) => void;
}) {
  return (
    <div className="max-w-field">
      <ol className="grid gap-6">
        {numbers.map((number, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and are never reordered
          <li key={at} className="grid grid-cols-2 gap-x-4 gap-y-2 border-b border-rule pb-5">
            {parts.map(({ part, name }) => (
              <label key={part} className={part === 'what' || part === 'worth' ? 'col-span-2' : ''}>
                <span className="label">{name}</span>
                <input
                  value={number[part]}
                  maxLength={200}
                  onChange={({ target }) => onChange(at, part, target.value)}
                  className={`${lineClass} mt-1`}
                />
              </label>
            ))}
            <Button
              look="quiet"
              className="justify-self-start"
              aria-label={`Remove the number ${number.what || at + 1}`}
              onClick={() => onRemove(at)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <Button className={numbers.length > 0 ? 'mt-5' : ''} onClick={onAdd} disabled={numbers.length >= 20}>
        Add a number
      </Button>
    </div>
  );
}
