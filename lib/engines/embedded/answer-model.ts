import { type Criterion, labelledCriteria } from '#lib/domain/rubric.ts';
import { type CutPoints, calibrate } from './calibration.ts';
import { asDictated } from './dictated.ts';
import { answerVector, readSentences, type Sentence, sentenceVector } from './features.ts';
import { type KernelModel, kernelValue } from './kernel-model.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';
import { traitCount, traitsOf } from './sentence-traits.ts';
import type { SparseVector } from './sparse.ts';

/** One column a criterion, in this order, in every model. */
export const modelCriteria: readonly Criterion[] = labelledCriteria;

export interface AnswerModel {
  /** How much a sentence carries each criterion. */
  sentence: WeightMatrix;
  /** What the whole answer's words say about each criterion. */
  answer: WeightMatrix;
  /** How well the sentences that carry a criterion tell it. */
  pooled: WeightMatrix;
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

/** What the first layers say of an answer cut one way: of the whole, of each sentence, and of the sentences that carry a criterion; a number a criterion each. */
export interface Readings {
  whole: Float64Array;
  sentences: readonly Float64Array[];
  pooled: Float64Array;
}

export interface ReadAnswer {
  sentences: readonly Sentence[];
  /** How much each sentence, as written, carries each criterion. */
  carried: readonly Float64Array[];
  summary: Summary;
}

export type Layers = Pick<AnswerModel, 'sentence' | 'answer' | 'pooled'>;

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
    carried: first.sentences,
    summary: meanSummary(
      summarize(first, written.traits),
      summarize(readCut(dictated, said, layers), dictated.traits),
    ),
  };
}

function readCut({ vectors }: Cut, whole: Float64Array, layers: Layers): Readings {
  const sentences = vectors.map((vector) => scoreColumns(layers.sentence, vector));
  const told = vectors.map((vector) => scoreColumns(layers.pooled, vector));
  const pooled = Float64Array.from(modelCriteria, (_, column) => {
    const shares = attention(sentences.map((values) => values[column] ?? 0));
    return shares.reduce((sum, share, index) => sum + share * (told[index]?.[column] ?? 0), 0);
  });
  return { whole, sentences, pooled };
}

/** A sentence's share in the reading of a criterion: what it carries beyond a trace, and a little (`least`) for every sentence. */
export function attention(values: readonly number[], least = 0.1): Float64Array {
  const raw = Float64Array.from(values, (value) => Math.max(0, value - 0.1) + least);
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
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
      return [
        [
          criterion,
          calibrate(kernelValue(stack.kernel, stackFeatures(summary, criterion, criteria)), stack.cuts),
        ],
      ];
    }),
  );
}

/**
 * What the first layers say of an answer, for each criterion: the whole answer's value, its three best sentences, how much
 * stands beyond a trace, how well it is told; and the traits of the sentences that carry it.
 */
export type Summary = readonly { values: readonly number[]; traits: Float32Array }[];

/** Sentence values below this are noise. */
const trace = 0.3;
/** Traits are read of the sentences that carry a criterion nearly alone. */
const leastShare = 0.02;

function summarize({ whole, sentences, pooled }: Readings, traits: readonly Float32Array[]): Summary {
  return modelCriteria.map((_, column) => {
    const told = sentences.map((sentence) => sentence[column] ?? 0);
    const values = told.toSorted((a, b) => b - a);
    const beyond = values.reduce((sum, value) => sum + Math.max(0, value - trace), 0);
    return {
      values: [
        whole[column] ?? 0,
        values[0] ?? 0,
        values[1] ?? 0,
        values[2] ?? 0,
        Math.sqrt(beyond),
        pooled[column] ?? 0,
      ],
      traits: sharedTraits(traits, attention(told, leastShare)),
    };
  });
}

function meanSummary(one: Summary, other: Summary): Summary {
  return one.map(({ values, traits }, column) => {
    const second = other[column];
    return {
      values: values.map((value, at) => (value + (second?.values[at] ?? 0)) / 2),
      traits: traits.map((value, at) => (value + (second?.traits[at] ?? 0)) / 2),
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
 * The features of one criterion in the third layer: its own six, then the answer's value and the best sentences' of all
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
export const stackInner = 26;

/** How much each feature counts beside the others: a criterion's own twice, a trait less than half (by cross-validation). */
export const stackImportance: readonly number[] = [
  ...Array(6).fill(2),
  ...Array(20).fill(1),
  ...Array(traitCount).fill(0.4),
];
