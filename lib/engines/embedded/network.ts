import { labelledCriteria } from '#lib/domain/rubric.ts';
import type { Sentence } from './features.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';
import { networkInputs, type Vocabulary } from './network-input.ts';

/** Numbers a sentence's own words become, and numbers it becomes beside its neighbours. */
export const networkWidth = 48;
export const hiddenWidth = 32;
const criteria = labelledCriteria.length;
/** What each sentence says of each criterion, in this order, a number a criterion each. */
export const heads = { carries: 0, against: 1, bears: 2, tells: 3, adds: 4 } as const;
export const headColumns = Object.keys(heads).length * criteria;

/** The layers behind the first, row-major; `...Bias` has a number a column. */
export interface LaterLayers {
  /** width x 3 hidden: what a sentence gives itself, the one after it and the one before it */
  context: Float32Array;
  contextBias: Float32Array;
  /** hidden x `headColumns` */
  heads: Float32Array;
  headBias: Float32Array;
  /** hidden x criteria: what the mean sentence says */
  overall: Float32Array;
  overallBias: Float32Array;
}

/**
 * A small network over the sentences of an answer, trained from the labels alone (no pretrained language model): words
 * become a sentence, a sentence is read beside its neighbours, and for each criterion the sentences that bear on it are
 * weighed (attention: Bahdanau, Cho, Bengio, "Neural machine translation by jointly learning to align and translate", 2015).
 */
export interface Network {
  vocabulary: Vocabulary;
  /** (`denseRows` + words) x width */
  first: WeightMatrix;
  later: LaterLayers;
}

export const layerNames = [
  'context',
  'contextBias',
  'heads',
  'headBias',
  'overall',
  'overallBias',
] as const satisfies (keyof LaterLayers)[];

/** Something for each of the later layers. */
export function eachLayer<Kept>(take: (name: keyof LaterLayers) => Kept): Record<keyof LaterLayers, Kept> {
  return {
    context: take('context'),
    contextBias: take('contextBias'),
    heads: take('heads'),
    headBias: take('headBias'),
    overall: take('overall'),
    overallBias: take('overallBias'),
  };
}

export const layerSizes: Readonly<Record<keyof LaterLayers, number>> = {
  context: networkWidth * 3 * hiddenWidth,
  contextBias: hiddenWidth,
  heads: hiddenWidth * headColumns,
  headBias: headColumns,
  overall: hiddenWidth * criteria,
  overallBias: criteria,
};

/** What the network says of an answer: a score of 0-3 (about; it may lie beyond) for each criterion. */
export function readThroughNetwork(
  sentences: readonly Sentence[],
  { vocabulary, first, later }: Network,
): Float64Array {
  const meanings = networkInputs(sentences, vocabulary).map((input) => scoreColumns(first, input));
  return pass(meanings, later).scores;
}

/** Everything that is computed on the way to the scores; training goes back through it. Sentences x numbers, row-major. */
export interface Pass {
  /** sentences x width, bent */
  meanings: Float64Array;
  /** sentences x hidden, bent */
  hidden: Float64Array;
  /** sentences x `headColumns` */
  said: Float64Array;
  /** sentences x criteria: each sentence's share in the attention */
  shares: Float64Array;
  /** the mean sentence */
  mean: Float64Array;
  /** of each criterion: what attention found, and the sum of what adds up */
  attended: Float64Array;
  added: Float64Array;
  scores: Float64Array;
}

/** How much of a negative value passes. */
export const leak = 0.1;
const bend = (value: number) => (value > 0 ? value : leak * value);

/** From what the words of each sentence add up to (width numbers a sentence) to the scores. */
export function pass(sums: readonly Float64Array[], later: LaterLayers): Pass {
  const count = sums.length;
  const meanings = new Float64Array(count * networkWidth);
  sums.forEach((sum, at) => {
    for (let unit = 0; unit < networkWidth; unit += 1)
      meanings[at * networkWidth + unit] = bend(sum[unit] as number);
  });
  const hidden = hiddenOf(meanings, count, later);
  const said = new Float64Array(count * headColumns);
  const mean = new Float64Array(hiddenWidth);
  for (let at = 0; at < count; at += 1) {
    said.set(later.headBias, at * headColumns);
    multiply(later.heads, hidden, at * hiddenWidth, hiddenWidth, said, at * headColumns, headColumns);
    for (let unit = 0; unit < hiddenWidth; unit += 1)
      mean[unit] = (mean[unit] as number) + (hidden[at * hiddenWidth + unit] as number) / count;
  }
  const scores = Float64Array.from(later.overallBias);
  multiply(later.overall, mean, 0, hiddenWidth, scores, 0, criteria);
  const weighed = weigh(said, count);
  for (let criterion = 0; criterion < criteria; criterion += 1)
    scores[criterion] =
      (scores[criterion] as number) +
      (weighed.attended[criterion] as number) +
      Math.log1p(weighed.added[criterion] as number);
  return { meanings, hidden, said, mean, ...weighed, scores };
}

/** Each sentence beside its neighbours. */
function hiddenOf(meanings: Float64Array, count: number, later: LaterLayers): Float64Array {
  const given = new Float64Array(count * 3 * hiddenWidth);
  for (let at = 0; at < count; at += 1) {
    const to = at * 3 * hiddenWidth;
    multiply(later.context, meanings, at * networkWidth, networkWidth, given, to, 3 * hiddenWidth);
  }
  const hidden = new Float64Array(count * hiddenWidth);
  for (let at = 0; at < count; at += 1)
    for (let unit = 0; unit < hiddenWidth; unit += 1) {
      const own = at * 3 * hiddenWidth + unit;
      const fromBefore = at === 0 ? 0 : (given[own - 2 * hiddenWidth] as number);
      const fromAfter = at + 1 === count ? 0 : (given[own + 5 * hiddenWidth] as number);
      hidden[at * hiddenWidth + unit] = bend(
        (later.contextBias[unit] as number) + (given[own] as number) + fromBefore + fromAfter,
      );
    }
  return hidden;
}

/** For each criterion what the sentences that bear on it say, by their shares, and what adds up over all. */
function weigh(said: Float64Array, count: number): Pick<Pass, 'shares' | 'attended' | 'added'> {
  const shares = new Float64Array(count * criteria);
  const attended = new Float64Array(criteria);
  const added = new Float64Array(criteria);
  const of = (sentence: number, head: number, criterion: number) =>
    said[sentence * headColumns + head * criteria + criterion] as number;
  for (let criterion = 0; criterion < criteria; criterion += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at += 1)
      highest = Math.max(highest, of(at, heads.bears, criterion) + of(at, heads.carries, criterion));
    let total = 0;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const carries = of(at, heads.carries, criterion);
      const share = Math.exp(of(at, heads.bears, criterion) + carries - highest);
      shares[at * criteria + criterion] = share;
      total += share;
      sum += share * (of(at, heads.tells, criterion) + carries);
      added[criterion] = (added[criterion] as number) + Math.max(0, of(at, heads.adds, criterion));
    }
    for (let at = 0; at < count; at += 1)
      shares[at * criteria + criterion] = (shares[at * criteria + criterion] as number) / total;
    attended[criterion] = count === 0 ? 0 : sum / total;
  }
  return { shares, attended, added };
}

/** Adds rows x columns weights times an input to `into`, four columns at a time in variables of their own, which is twice as fast. */
function multiply(
  weights: Float32Array,
  input: Float64Array,
  from: number,
  rows: number,
  into: Float64Array,
  to: number,
  columns: number,
): void {
  for (let column = 0; column < columns; column += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = input[from + row] as number;
      const at = row * columns + column;
      first += value * (weights[at] as number);
      second += value * (weights[at + 1] as number);
      third += value * (weights[at + 2] as number);
      fourth += value * (weights[at + 3] as number);
    }
    const at = to + column;
    into[at] = (into[at] as number) + first;
    into[at + 1] = (into[at + 1] as number) + second;
    into[at + 2] = (into[at + 2] as number) + third;
    into[at + 3] = (into[at + 3] as number) + fourth;
  }
}
