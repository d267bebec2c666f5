import { labelledCriteria } from '#lib/domain/rubric.ts';
import {
  headColumns,
  heads,
  hiddenWidth,
  type LaterLayers,
  leak,
  networkWidth,
  type Pass,
} from '#lib/engines/embedded/network.ts';
import type { SentenceTargets } from './sentence-targets.ts';

const criteria = labelledCriteria.length;

/** What an answer teaches the network. */
export interface NetworkLesson {
  /** a score a criterion; undefined where it has none */
  scores: readonly (number | undefined)[];
  /** how much the answer counts */
  weight: number;
  carried: SentenceTargets;
  against: SentenceTargets;
  /** What a comparison with another text adds to the slopes by the scores. */
  pull?: Float64Array;
}

/**
 * Goes back through a pass: adds the slope of the loss (squared errors of the scores, and of what sentences carry and speak
 * against, for `sentenceWeight`) by each weight of the later layers to `slopes`. Out: the slope by what the words of each
 * sentence add up to, sentences x width.
 */
export function addGradient(
  passed: Pass,
  lesson: NetworkLesson,
  later: LaterLayers,
  slopes: LaterLayers,
  sentenceWeight: number,
): Float64Array {
  const { meanings, hidden, mean } = passed;
  const count = meanings.length / networkWidth;
  const byScore = Float64Array.from(passed.scores, (given, criterion) => {
    const score = lesson.scores[criterion];
    const own = score === undefined ? 0 : 2 * lesson.weight * (given - score);
    return own + (lesson.pull?.[criterion] ?? 0);
  });
  add(slopes.overallBias, byScore);
  const byMean = new Float64Array(hiddenWidth);
  goBack(later.overall, slopes.overall, { input: mean, from: 0, slope: byScore, into: byMean });
  const bySaid = slopesOfHeads(passed, lesson, byScore, sentenceWeight);
  const byGiven = new Float64Array(count * 3 * hiddenWidth);
  for (let sentence = 0; sentence < count; sentence += 1) {
    const from = sentence * hiddenWidth;
    const byHidden = byMean.map((slope) => slope / count);
    const slope = bySaid.subarray(sentence * headColumns, (sentence + 1) * headColumns);
    add(slopes.headBias, slope);
    goBack(later.heads, slopes.heads, { input: hidden, from, slope, into: byHidden });
    for (let unit = 0; unit < hiddenWidth; unit += 1)
      if ((hidden[from + unit] as number) <= 0) byHidden[unit] = leak * (byHidden[unit] as number);
    add(slopes.contextBias, byHidden);
    const own = sentence * 3 * hiddenWidth;
    byGiven.set(byHidden, own);
    if (sentence > 0) byGiven.set(byHidden, own - 2 * hiddenWidth);
    if (sentence + 1 < count) byGiven.set(byHidden, own + 5 * hiddenWidth);
  }
  const bySums = new Float64Array(count * networkWidth);
  for (let sentence = 0; sentence < count; sentence += 1) {
    const from = sentence * networkWidth;
    const into = bySums.subarray(from, from + networkWidth);
    const slope = byGiven.subarray(sentence * 3 * hiddenWidth, (sentence + 1) * 3 * hiddenWidth);
    goBack(later.context, slopes.context, { input: meanings, from, slope, into });
    for (let unit = 0; unit < networkWidth; unit += 1)
      if ((meanings[from + unit] as number) <= 0) into[unit] = leak * (into[unit] as number);
  }
  return bySums;
}

/** Slopes by what each sentence says of each criterion, sentences x `headColumns`. */
function slopesOfHeads(
  { said, shares, attended, added }: Pass,
  { weight, carried, against }: NetworkLesson,
  byScore: Float64Array,
  sentenceWeight: number,
): Float64Array {
  const slopes = new Float64Array(said.length);
  const counts = sentenceWeight * weight;
  for (let sentence = 0; sentence * headColumns < said.length; sentence += 1)
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const place = sentence * criteria + criterion;
      const at = (head: number) => sentence * headColumns + head * criteria + criterion;
      const slope = byScore[criterion] as number;
      const share = shares[place] as number;
      const carries = said[at(heads.carries)] as number;
      const told = carries + (said[at(heads.tells)] as number);
      const byShare = slope * share * (told - (attended[criterion] as number));
      const missed = (head: number, { targets, weights }: SentenceTargets) =>
        2 * counts * (weights[place] as number) * ((said[at(head)] as number) - (targets[place] as number));
      slopes[at(heads.carries)] = missed(heads.carries, carried) + slope * share + byShare;
      slopes[at(heads.against)] = missed(heads.against, against);
      slopes[at(heads.bears)] = byShare;
      slopes[at(heads.tells)] = slope * share;
      slopes[at(heads.adds)] =
        (said[at(heads.adds)] as number) > 0 ? slope / (1 + (added[criterion] as number)) : 0;
    }
  return slopes;
}

interface Step {
  input: Float64Array;
  from: number;
  /** by each column */
  slope: Float64Array;
  /** gets the slope by the input */
  into: Float64Array;
}

/** Back through one layer: the slopes of its weights and of its input, both added; four columns at a time, which is faster. */
function goBack(weights: Float32Array, slopes: Float32Array, { input, from, slope, into }: Step): void {
  const columns = slope.length;
  for (let column = 0; column < columns; column += 4) {
    const first = slope[column] as number;
    const second = slope[column + 1] as number;
    const third = slope[column + 2] as number;
    const fourth = slope[column + 3] as number;
    if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
    for (let row = 0; row < into.length; row += 1) {
      const value = input[from + row] as number;
      const at = row * columns + column;
      into[row] =
        (into[row] as number) +
        first * (weights[at] as number) +
        second * (weights[at + 1] as number) +
        third * (weights[at + 2] as number) +
        fourth * (weights[at + 3] as number);
      slopes[at] = (slopes[at] as number) + value * first;
      slopes[at + 1] = (slopes[at + 1] as number) + value * second;
      slopes[at + 2] = (slopes[at + 2] as number) + value * third;
      slopes[at + 3] = (slopes[at + 3] as number) + value * fourth;
    }
  }
}

function add(sums: Float32Array, values: Float64Array): void {
  for (let at = 0; at < values.length; at += 1) sums[at] = (sums[at] as number) + (values[at] as number);
}
