const focus =
  'focus-visible:border-ink focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-ink';

/** A field for words that grows with them. */
export const wordsClass = `field-sizing-content not-supports-[field-sizing:content]:resize-y block min-h-24 w-full resize-none rounded-control border border-edge bg-sheet px-4 py-3 text-read ${focus}`;

/** A field of one line. */
export const lineClass = `block min-h-11 w-full rounded-control border border-edge bg-sheet px-3 font-sans text-control ${focus}`;
