/** Kind -> pattern source over folded words (see fold-text.ts). */
export type Phrases<Kind extends string> = readonly (readonly [Kind, string])[];

/**
 * Reads a turn as a run of known phrases with fillers between them.
 * @param line folded words joined by single spaces
 * @returns the kinds that were said, empty for fillers alone, or null when anything else is said besides
 */
export function allSpoken<Kind extends string>(
  line: string,
  phrases: Phrases<Kind>,
  fillers: string,
): Set<Kind> | null {
  const kinds = new Set<Kind>();
  let rest = line;
  const filler = anchored(fillers);
  while (rest !== '') {
    const longest = phrases
      .map(([kind, pattern]) => ({ kind, length: anchored(pattern).exec(rest)?.[0].length ?? 0 }))
      .reduce((best, next) => (next.length > best.length ? next : best), {
        kind: null as Kind | null,
        length: 0,
      });
    const filled = filler.exec(rest)?.[0].length ?? 0;
    if (longest.length === 0 && filled === 0) return null;
    if (longest.kind !== null && longest.length >= filled) kinds.add(longest.kind);
    rest = rest.slice(Math.max(longest.length, filled)).trimStart();
  }
  return kinds;
}

const compiled = new Map<string, RegExp>();

function anchored(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern})(?= |$)`, 'u');
  compiled.set(pattern, made);
  return made;
}
