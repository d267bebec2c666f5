import { type Criterion, labelledCriteria } from '#lib/domain/rubric.ts';
import { type CutPoints, calibrate } from './calibration.ts';
import { asDictated } from './dictated.ts';
import { answerVector, readSentences, type Sentence, sentenceVector } from './features.ts';
import { type KernelModel, kernelValue } from './kernel-model.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';
import { type Network, readThroughNetwork } from './network.ts';
import { traitCount, traitsOf } from './sentence-traits.ts';
import type { SparseVector } from './sparse.ts';

/** One column a criterion, in this order, in every model. */
export const modelCriteria: readonly Criterion[] = labelledCriteria;

export interface AnswerModel {
  /** How much a sentence carries each criterion. */
  sentence: WeightMatrix;
  /** How much a sentence speaks against each criterion; 0 for those whose answers are not read for counter-evidence. */
  counter: WeightMatrix;
  /** What the whole answer's words say about each criterion. */
  answer: WeightMatrix;
  /** How well the sentences that bear on a criterion tell it. */
  pooled: WeightMatrix;
  /** Reads the answer sentence after sentence, and says a score of its own for each criterion. */
  network: Network;
  /** What the readings together say, a model a criterion. */
  stack: Partial<Record<Criterion, StackModel>>;
}

export interface StackModel {
  kernel: KernelModel;
  cuts: CutPoints;
}

/** One way to cut an answer into sentences, as the layers read it. */
export interface Cut {
  sentences: readonly Sentence[];
  vectors: readonly SparseVector[];
  /** What each sentence is about and how it speaks (sentence-traits.ts); learned from no label. */
  traits: readonly Float32Array[];
}

/** An answer made ready for the layers. */
export interface PreparedAnswer {
  whole: SparseVector;
  /** As it was written. */
  written: Cut;
  /** As if dictated: where its sentences end must not matter, so that both are read and the mean counts. */
  dictated: Cut;
}

/** How much each sentence carries each criterion, and how much it speaks against it. */
export interface SentenceReadings {
  carried: readonly Float64Array[];
  against: readonly Float64Array[];
}

/** What the first layers say of an answer cut one way: of each sentence, of the whole, of the sentences that bear on a criterion, and what the network says; a number a criterion each. */
interface Readings extends SentenceReadings {
  whole: Float64Array;
  pooled: Float64Array;
  network: Float64Array;
}

/** The sentences as written, what they say for and against each criterion, and what both cuts together say. */
export interface ReadAnswer extends SentenceReadings {
  sentences: readonly Sentence[];
  summary: Summary;
}

export type Layers = Pick<AnswerModel, 'sentence' | 'counter' | 'answer' | 'pooled' | 'network'>;

/** Cuts a text both ways and reads its words. */
export function prepareAnswer(text: string): PreparedAnswer {
  const written = cut(text);
  return { whole: answerVector(written.sentences), written, dictated: cut(asDictated(text)) };
}

function cut(text: string): Cut {
  const sentences = readSentences(text);
  return {
    sentences,
    vectors: sentences.map((_, index) => sentenceVector(sentences, index)),
    traits: sentences.map(traitsOf),
  };
}

/** Reads an answer through the first layers. */
export function readAnswer(text: string, layers: Layers): ReadAnswer {
  return readPrepared(prepareAnswer(text), layers);
}

export function readPrepared({ whole, written, dictated }: PreparedAnswer, layers: Layers): ReadAnswer {
  const said = scoreColumns(layers.answer, whole);
  const first = readCut(written, said, layers);
  return {
    sentences: written.sentences,
    carried: first.carried,
    against: first.against,
    summary: meanSummary(
      summarize(first, written.traits),
      summarize(readCut(dictated, said, layers), dictated.traits),
    ),
  };
}

function readCut({ sentences, vectors }: Cut, whole: Float64Array, layers: Layers): Readings {
  const read = readSentencesThrough(vectors, layers);
  const told = vectors.map((vector) => scoreColumns(layers.pooled, vector));
  const pooled = Float64Array.from(modelCriteria, (_, column) => {
    const shares = attention(bearing(read, column));
    return shares.reduce((sum, share, index) => sum + share * (told[index]?.[column] ?? 0), 0);
  });
  return { ...read, whole, pooled, network: readThroughNetwork(sentences, layers.network) };
}

/** What the sentences of a cut say for and against each criterion. */
export function readSentencesThrough(
  vectors: readonly SparseVector[],
  { sentence, counter }: Pick<Layers, 'sentence' | 'counter'>,
): SentenceReadings {
  return {
    carried: vectors.map((vector) => scoreColumns(sentence, vector)),
    against: vectors.map((vector) => scoreColumns(counter, vector)),
  };
}

/** How much each sentence bears on a criterion, for it or against it. */
export function bearing({ carried, against }: SentenceReadings, column: number): number[] {
  return carried.map((values, index) => Math.max(values[column] ?? 0, against[index]?.[column] ?? 0));
}

/** A sentence's share in the reading of a criterion: how much it bears on it beyond a trace, and a little (`least`) for every sentence. */
export function attention(values: readonly number[], least = 0.1): Float64Array {
  const shares = new Float64Array(values.length);
  let total = 0;
  for (let index = 0; index < values.length; index += 1) {
    const raw = Math.max(0, (values[index] as number) - 0.1) + least;
    shares[index] = raw;
    total += raw;
  }
  for (let index = 0; index < shares.length; index += 1) shares[index] = (shares[index] as number) / total;
  return shares;
}

/** Expected scores, 0-3, of the given criteria: the ten of the question, the principle's own two last. */
export function expectedScores(
  summary: Summary,
  model: AnswerModel,
  criteria: readonly Criterion[],
): Partial<Record<Criterion, number>> {
  return Object.fromEntries(
    criteria.flatMap((criterion) => {
      const stack = model.stack[criterion];
      if (!stack) return [];
      const read = kernelValue(stack.kernel, stackFeatures(summary, criterion, criteria));
      return [[criterion, calibrate(besideNetwork(read, summary, criterion), stack.cuts)]];
    }),
  );
}

/** The network's share in a score (by cross-validation). */
const networkShare = 0.5;

/** The raw value of a criterion: what the kernel machine makes of the readings, beside what the network says. */
export function besideNetwork(read: number, summary: Summary, criterion: Criterion): number {
  const said = summary[modelCriteria.indexOf(criterion)]?.network ?? 0;
  return (1 - networkShare) * read + networkShare * said;
}

/**
 * What the first layers say of an answer, for each criterion: the whole answer's value, its three best sentences, how much
 * stands beyond a trace, how well it is told, the two sentences that speak against it most, how much does beyond a trace;
 * the traits of the sentences that bear on it; and the network's score.
 */
export type Summary = readonly { values: readonly number[]; traits: Float32Array; network: number }[];

/** Sentence values below this are noise. */
const trace = 0.3;
/** Traits are read of the sentences that bear on a criterion nearly alone. */
const leastShare = 0.02;

function summarize(readings: Readings, traits: readonly Float32Array[]): Summary {
  const { whole, carried, against, pooled, network } = readings;
  return modelCriteria.map((_, column) => {
    const best = ranked(carried, column);
    const opposed = ranked(against, column);
    return {
      values: [
        whole[column] ?? 0,
        best[0] ?? 0,
        best[1] ?? 0,
        best[2] ?? 0,
        beyondTrace(best),
        pooled[column] ?? 0,
        opposed[0] ?? 0,
        opposed[1] ?? 0,
        beyondTrace(opposed),
      ],
      traits: sharedTraits(traits, attention(bearing(readings, column), leastShare)),
      network: network[column] ?? 0,
    };
  });
}

const ranked = (sentences: readonly Float64Array[], column: number) =>
  sentences.map((values) => values[column] ?? 0).sort((a, b) => b - a);

const beyondTrace = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + Math.max(0, value - trace), 0));

function meanSummary(one: Summary, other: Summary): Summary {
  return one.map(({ values, traits, network }, column) => {
    const second = other[column];
    return {
      values: values.map((value, at) => (value + (second?.values[at] ?? 0)) / 2),
      traits: traits.map((value, at) => (value + (second?.traits[at] ?? 0)) / 2),
      network: (network + (second?.network ?? 0)) / 2,
    };
  });
}

function sharedTraits(traits: readonly Float32Array[], shares: Float64Array): Float32Array {
  const sum = new Float32Array(traitCount);
  traits.forEach((each, sentence) => {
    const share = shares[sentence] as number;
    for (let at = 0; at < traitCount; at += 1) sum[at] = (sum[at] as number) + share * (each[at] as number);
  });
  return sum;
}

/**
 * The features of one criterion in the third layer: its own nine, then the answer's value and the best sentences' of all
 * ten; behind those, which the first kernel reads alone, the traits.
 */
export function stackFeatures(
  summary: Summary,
  criterion: Criterion,
  criteria: readonly Criterion[],
): number[] {
  const own = summary[modelCriteria.indexOf(criterion)];
  const all = criteria.map((each) => summary[modelCriteria.indexOf(each)]?.values ?? []);
  return [
    ...(own?.values ?? []),
    ...all.map(([value = 0]) => value),
    ...all.map(([, first = 0, second = 0, third = 0]) => first + 0.5 * second + 0.25 * third),
    ...(own?.traits ?? []),
  ];
}

/** The features that the first kernel of the third layer reads. */
export const stackInner = 29;

/** How much each feature counts beside the others: a criterion's own twice, a trait less than half (by cross-validation). */
export const stackImportance: readonly number[] = [
  ...Array(9).fill(2),
  ...Array(20).fill(1),
  ...Array(traitCount).fill(0.4),
];
