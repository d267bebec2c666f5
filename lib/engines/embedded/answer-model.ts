import { type Criterion, criterionSchema } from '#lib/domain/rubric.ts';
import { calibrate } from './calibration.ts';
import { answerVector, readSentences, type Sentence, sentenceVector } from './features.ts';
import { type KernelModel, kernelValue } from './kernel-model.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';

/** One column a criterion, in this order, in every model. */
export const modelCriteria: readonly Criterion[] = criterionSchema.options;

export interface AnswerModel {
  /** How much a sentence carries each criterion. */
  sentence: WeightMatrix;
  /** What the whole answer's words say about each criterion. */
  answer: WeightMatrix;
  /** What the readings together say: one machine a criterion. */
  stack: Partial<Record<Criterion, KernelModel>>;
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

/** Expected scores, 0-3, of the given criteria: the ten of the question, the principle's own two last. */
export function expectedScores(
  readings: Readings,
  model: AnswerModel,
  criteria: readonly Criterion[],
): Partial<Record<Criterion, number>> {
  const summary = summarize(readings);
  return Object.fromEntries(
    criteria.flatMap((criterion) => {
      const stack = model.stack[criterion];
      if (!stack) return [];
      return [
        [criterion, calibrate(kernelValue(stack, stackFeatures(summary, criterion, criteria)), stack.cuts)],
      ];
    }),
  );
}

/** What the first two layers say of an answer, for each criterion: the whole answer's value, its three best sentences, and how much stands beyond a trace. */
export type Summary = readonly (readonly number[])[];

/** Sentence values below this are noise. */
const trace = 0.3;

export function summarize({ whole, sentences }: Readings): Summary {
  return modelCriteria.map((_, column) => {
    const values = sentences.map((sentence) => sentence[column] ?? 0).sort((a, b) => b - a);
    const beyond = values.reduce((sum, value) => sum + Math.max(0, value - trace), 0);
    return [whole[column] ?? 0, values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, Math.sqrt(beyond)];
  });
}

/** The features of one criterion in the third layer: its own five, then the answer's value and the best sentences' of all ten. */
export function stackFeatures(
  summary: Summary,
  criterion: Criterion,
  criteria: readonly Criterion[],
): number[] {
  const own = summary[modelCriteria.indexOf(criterion)] ?? [];
  const all = criteria.map((each) => summary[modelCriteria.indexOf(each)] ?? []);
  return [
    ...own,
    ...all.map(([value = 0]) => value),
    ...all.map(([, first = 0, second = 0, third = 0]) => first + 0.5 * second + 0.25 * third),
  ];
}

/** How much each feature counts beside the others: a criterion's own twice (by cross-validation). */
export const stackImportance: readonly number[] = [...Array(5).fill(2), ...Array(20).fill(1)];
