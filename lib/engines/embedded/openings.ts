import { foldedWords } from '#lib/domain/fold-text.ts';
import type { BarRaiserTurn, Transcript } from '#lib/domain/transcript.ts';

/** The first three words, folded: what a listener hears as "the same opening again". */
export function openingOf(text: string): string {
  return foldedWords(text).slice(0, 3).join(' ');
}

export interface UsedOpenings {
  last: string | null;
  all: ReadonlySet<string>;
}

/** How the bar raiser's turns so far began. */
export function usedOpenings(transcript: Transcript): UsedOpenings {
  const openings = transcript
    .filter((turn): turn is BarRaiserTurn => turn.speaker === 'bar_raiser')
    .map(({ text }) => openingOf(text));
  return { last: openings.at(-1) ?? null, all: new Set(openings) };
}

/** A copy in random order (Fisher-Yates), from the given source of randomness. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const copy = [...items];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [here, there] = [copy[index], copy[other]];
    if (here === undefined || there === undefined) continue;
    copy[index] = there;
    copy[other] = here;
  }
  return copy;
}
