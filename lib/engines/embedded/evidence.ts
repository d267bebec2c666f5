import type { Evidence } from '#lib/domain/evidence.ts';
import type { Sentence } from './features.ts';

/** A sentence that the model says less than this of carries nothing worth showing. */
const leastValue = 0.12;
/** A second sentence is shown when it says nearly as much as the first. */
const secondShare = 0.7;
const mostQuotes = 2;

/**
 * The sentences that carry a criterion, best first, as quotes of their turn.
 * In: the value of the criterion in each sentence. Out: none when no sentence carries it.
 */
export function quotesFor(
  sentences: readonly Sentence[],
  values: readonly number[],
  turnId: string,
): Evidence[] {
  const ranked = sentences
    .map((sentence, index) => ({ sentence, value: values[index] ?? 0 }))
    .filter(({ value }) => value >= leastValue)
    .sort((a, b) => b.value - a.value);
  const best = ranked[0]?.value ?? 0;
  return ranked
    .slice(0, mostQuotes)
    .filter(({ value }) => value >= secondShare * best)
    .map(({ sentence }) => quote(sentence, turnId));
}

export function quote(
  { text, start, end }: Pick<Sentence, 'text' | 'start' | 'end'>,
  turnId: string,
): Evidence {
  return { turnId, quote: text, start, end };
}
