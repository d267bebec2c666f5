import { createHash } from 'node:crypto';

/** One part of what a model is given to read: a turn, a phrase, a reply. `label` is ours, `text` is anybody's. */
export interface Part {
  label: string;
  text: string;
}

export interface Fenced {
  /** What every line that starts a part begins with; occurs in no part. */
  mark: string;
  /** The parts between their marks, and a closing one. */
  material: string;
}

/**
 * Fences words that others wrote, so that nothing in them can be taken for a new part or for an order of ours: each part
 * begins with a line that carries a mark made from the parts themselves, and that stands in none of them. The same parts
 * give the same mark; no text can hold its own.
 */
export function fence(parts: readonly Part[]): Fenced {
  const all = parts.map(({ text }) => text).join('\n');
  const mark = marks(all).find((candidate) => !all.includes(candidate));
  if (mark === undefined) throw new RangeError('No mark is free.');
  const blocks = parts.map(({ label, text }) => `${mark} ${label}\n${text.trim()}`);
  return { mark, material: [...blocks, `${mark} END`].join('\n\n') };
}

/** Eight digits of the text's hash; the next one with a counter, should the text hold even that. */
function marks(text: string): string[] {
  return Array.from({ length: 64 }, (_, count) => {
    const digest = createHash('sha256').update(`${count}\n${text}`).digest('hex');
    return `=====${digest.slice(0, 8)}`;
  });
}
