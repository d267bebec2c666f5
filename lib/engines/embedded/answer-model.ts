import { type Criterion, criterionSchema } from '#lib/domain/rubric.ts';
import { type CutPoints, calibrate } from './calibration.ts';
import { answerVector, readSentences, type Sentence, sentenceVector } from './features.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';

/** One column a criterion, in this order, in every model. */
export const modelCriteria: readonly Criterion[] = criterionSchema.options;

/** A linear model over the stacked features of one criterion. */
export interface StackModel {
  weights: readonly number[];
  bias: number;
  cuts: CutPoints;
}

export interface AnswerModel {
  /** How much a sentence carries each criterion. */
  sentence: WeightMatrix;
  /** What the whole answer's words say about each criterion. */
  answer: WeightMatrix;
  stack: Partial<Record<Criterion, StackModel>>;
}

/** What the first two layers say: the whole answer's value for each criterion, and each sentence's. */
export interface Readings {
  whole: Float64Array;
  sentences: readonly Float64Array[];
}

export interface ReadAnswer {
  sentences: readonly Sentence[];
  readings: Readings;
}

/** Reads an answer through the first two layers. */
export function readAnswer(text: string, model: Pick<AnswerModel, 'sentence' | 'answer'>): ReadAnswer {
  const sentences = readSentences(text);
  return {
    sentences,
    readings: {
      whole: scoreColumns(model.answer, answerVector(sentences)),
      sentences: sentences.map((_, index) => scoreColumns(model.sentence, sentenceVector(sentences, index))),
    },
  };
}

/** Expected scores, 0-3, of every criterion the model knows. */
export function expectedScores(readings: Readings, model: AnswerModel): Partial<Record<Criterion, number>> {
  const shared = sharedFeatures(readings);
  return Object.fromEntries(
    modelCriteria.flatMap((criterion, column) => {
      const stack = model.stack[criterion];
      if (!stack) return [];
      return [
        [criterion, calibrate(stackValue(stack, [...ownFeatures(readings, column), ...shared]), stack.cuts)],
      ];
    }),
  );
}

export function stackValue(
  { weights, bias }: Pick<StackModel, 'weights' | 'bias'>,
  features: readonly number[],
): number {
  return features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias);
}

/** The stacked features of one criterion: the answer's value for it, its three best sentences, and how much stands beyond a trace. */
export function stackFeatures(readings: Readings, column: number): number[] {
  return [...ownFeatures(readings, column), ...sharedFeatures(readings)];
}

/** Sentence values below this are noise: non-evidence sentences of the benchmark stay under it in 19 of 20 cases. */
const trace = 0.3;

function ownFeatures({ whole, sentences }: Readings, column: number): number[] {
  const values = sentences.map((sentence) => sentence[column] ?? 0).sort((a, b) => b - a);
  const beyond = values.reduce((sum, value) => sum + Math.max(0, value - trace), 0);
  return [whole[column] ?? 0, values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, Math.sqrt(beyond)];
}

function sharedFeatures(readings: Readings): number[] {
  return [
    ...modelCriteria.map((_, column) => readings.whole[column] ?? 0),
    ...modelCriteria.map((_, column) => {
      const [, first = 0, second = 0, third = 0] = ownFeatures(readings, column);
      return first + 0.5 * second + 0.25 * third;
    }),
  ];
}
