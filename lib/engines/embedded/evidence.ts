import type { Evidence } from '#lib/domain/evidence.ts';
import type { Sentence } from './features.ts';

/** A sentence that the model says less than this of carries nothing worth showing. */
const leastValue = 0.12;
/**
 * One that speaks against a criterion by less than this is not held against the candidate: from here on a reader quoted
 * the same words in two of three cases, below in fewer than half (evals/reports/embedded.md).
 */
const leastAgainst = 1.2;
/** A second sentence is shown when it says nearly as much as the first. */
const secondShare = 0.7;
const mostQuotes = 2;

/**
 * The sentences that carry a criterion, best first, as quotes of their turn.
 * In: the value of the criterion in each sentence, and the least worth showing. Out: none when no sentence reaches it.
 */
export function quotesFor(
  sentences: readonly Sentence[],
  values: readonly number[],
  turnId: string,
  least: number = leastValue,
): Evidence[] {
  const ranked = sentences
    .map((sentence, index) => ({ sentence, value: values[index] ?? 0 }))
    .filter(({ value }) => value >= least)
    .sort((a, b) => b.value - a.value);
  const best = ranked[0]?.value ?? 0;
  return ranked
    .slice(0, mostQuotes)
    .filter(({ value }) => value >= secondShare * best)
    .map(({ sentence }) => quote(sentence, turnId));
}

/**
 * What each sentence carries of a weak criterion, without those that plainly speak against it, and more than for it: they
 * are no support. Where nothing else carries anything, all of them.
 */
export function supporting(carried: readonly number[], against: readonly number[]): readonly number[] {
  const rest = carried.map((value, index) => {
    const opposed = against[index] ?? 0;
    return opposed >= leastAgainst && opposed > value ? 0 : value;
  });
  return rest.some((value) => value >= leastValue) ? rest : carried;
}

/** The sentences that speak against a criterion, as `quotesFor`; none where none does plainly. */
export function quotesAgainst(
  sentences: readonly Sentence[],
  values: readonly number[],
  turnId: string,
): Evidence[] {
  return quotesFor(sentences, values, turnId, leastAgainst);
}

export function quote(
  { text, start, end }: Pick<Sentence, 'text' | 'start' | 'end'>,
  turnId: string,
): Evidence {
  return { turnId, quote: text, start, end };
}
