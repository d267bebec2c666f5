import {
  type AnswerModel,
  type Layers,
  readVectors,
  type Summary,
  summarize,
} from '#lib/engines/embedded/answer-model.ts';
import { scoreColumns, type WeightMatrix } from '#lib/engines/embedded/matrix.ts';
import type { ReplyModel } from '#lib/engines/embedded/reply-rating.ts';
import type { Example, Text } from './corpus.ts';
import { fitLayers, fitReplies, variantWeight } from './fit-layers.ts';
import { fitStack, matchingCuts, type StackExample } from './fit-stack.ts';
import { foldCount } from './folds.ts';

export interface Model extends AnswerModel {
  reply: ReplyModel;
}

export interface Trained {
  /** From all answers. */
  model: Model;
  /** One a fold: never saw the writers of that fold. */
  folds: Model[];
}

/**
 * Trains the model of all answers and one model a fold. The third layer always learns from readings by layers that did
 * not see the answer's writer: for fold f, layers without f and without the answer's own fold; the layers without two
 * folds serve both, so foldCount * (foldCount - 1) / 2 pairs are fitted once.
 */
export function trainAll(examples: readonly Example[], say: (line: string) => void): Trained {
  const without = (...folds: number[]) => examples.filter(({ fold }) => !folds.includes(fold));
  const readBy = new Map<Text, Map<number, Summary>>();
  const keep = (example: Example, left: number, layers: Layers) => {
    for (const text of [example, ...example.variants]) {
      const known = readBy.get(text) ?? new Map<number, Summary>();
      readBy.set(text, known.set(left, readPrepared(text, layers)));
    }
  };
  const single: Layers[] = [];
  const replies: ReplyFit[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    say(`fold ${fold + 1} of ${foldCount}`);
    const layers = fitLayers(without(fold));
    single.push(layers);
    replies.push({ weights: fitReplies(without(fold)), fold });
    for (const example of examples.filter((each) => each.fold === fold)) keep(example, fold, layers);
    for (let other = fold + 1; other < foldCount; other += 1) {
      const pair = fitLayers(without(fold, other));
      for (const example of examples) {
        if (example.fold === fold) keep(example, other, pair);
        if (example.fold === other) keep(example, fold, pair);
      }
    }
  }
  const stackOf = (kept: readonly Example[], left: (example: Example) => number) =>
    fitStack(
      kept.flatMap((example) => {
        const of = (text: Text, name: string, weight: number): StackExample => ({
          id: `${example.labelled.id} ${name}`,
          criteria: example.criteria,
          summary: required(readBy.get(text)?.get(left(example))),
          scores: text.scores,
          weight,
        });
        return [
          of(example, '', 1),
          ...example.variants.map((variant, index) => of(variant, String(index), variantWeight)),
        ];
      }),
    );
  const replyPredictions = replies.flatMap(({ weights, fold }) =>
    examples
      .filter((each) => each.fold === fold)
      .flatMap((example) =>
        example.replies.map(({ vector, rating }) => ({
          raw: scoreColumns(weights, vector)[0] ?? 0,
          score: rating,
          fold,
        })),
      ),
  );
  return {
    model: {
      ...fitLayers(examples),
      stack: stackOf(examples, (example) => example.fold),
      reply: { weights: fitReplies(examples), cuts: matchingCuts(replyPredictions, 2) },
    },
    folds: single.map((layers, fold) => ({
      ...layers,
      stack: stackOf(without(fold), () => fold),
      reply: {
        weights: required(replies[fold]).weights,
        cuts: matchingCuts(
          replyPredictions.filter((each) => each.fold !== fold),
          2,
        ),
      },
    })),
  };
}

interface ReplyFit {
  weights: WeightMatrix;
  fold: number;
}

function readPrepared({ sentenceVectors, answerVector }: Text, layers: Layers): Summary {
  return summarize(readVectors(sentenceVectors, answerVector, layers));
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('A fold was not read.');
  return value;
}
