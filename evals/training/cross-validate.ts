import {
  type AnswerModel,
  type Layers,
  readVectors,
  type Summary,
  summarize,
} from '#lib/engines/embedded/answer-model.ts';
import {
  type ReplyLayers,
  type ReplyModel,
  replyFeatures,
  replyImportance,
} from '#lib/engines/embedded/reply-rating.ts';
import type { Example, Text } from './corpus.ts';
import { fitLayers, fitReplyLayers, variantWeight } from './fit-layers.ts';
import { fitStack, matchingCuts, type StackExample } from './fit-stack.ts';
import { foldCount } from './folds.ts';
import { fitKernel } from './kernel-ridge.ts';

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
 * folds serve both, so foldCount * (foldCount - 1) / 2 pairs are fitted once. A fold's own model learns from the whole
 * supplement; the supplement's writers in that fold are read by layers without the two.
 */
export function trainAll(examples: readonly Example[], say: (line: string) => void): Trained {
  const without = (...folds: number[]) => examples.filter(({ fold }) => !folds.includes(fold));
  const taught = (fold: number) => examples.filter((each) => each.supplement || each.fold !== fold);
  const readBy = new Map<Text, Map<number, Summary>>();
  const keep = (example: Example, left: number, layers: Layers) => {
    for (const text of [example, ...example.variants]) {
      const known = readBy.get(text) ?? new Map<number, Summary>();
      readBy.set(text, known.set(left, readPrepared(text, layers)));
    }
  };
  const single: Layers[] = [];
  const repliesBy = new Map<Example, Map<number, number[][]>>();
  const keepReplies = (example: Example, left: number, layers: ReplyLayers) => {
    const known = repliesBy.get(example) ?? new Map<number, number[][]>();
    repliesBy.set(
      example,
      known.set(
        left,
        example.replies.map(({ vectors }) => replyFeatures(vectors, layers)),
      ),
    );
  };
  const singleReplies: ReplyLayers[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    say(`fold ${fold + 1} of ${foldCount}`);
    const readAs = (kept: readonly Example[], supplement: boolean) => {
      const layers = fitLayers(kept);
      const replyLayers = fitReplyLayers(kept);
      for (const example of examples) {
        if (example.fold !== fold || example.supplement !== supplement) continue;
        keep(example, fold, layers);
        keepReplies(example, fold, replyLayers);
      }
      return { layers, replyLayers };
    };
    const own = readAs(taught(fold), false);
    single.push(own.layers);
    singleReplies.push(own.replyLayers);
    if (examples.some((each) => each.fold === fold && each.supplement)) readAs(without(fold), true);
    for (let other = fold + 1; other < foldCount; other += 1) {
      const pair = fitLayers(without(fold, other));
      const replyPair = fitReplyLayers(without(fold, other));
      for (const example of examples) {
        if (example.fold !== fold && example.fold !== other) continue;
        const left = example.fold === fold ? other : fold;
        keep(example, left, pair);
        keepReplies(example, left, replyPair);
      }
    }
  }
  const stackOf = (kept: readonly Example[], left: (example: Example) => number) =>
    fitStack(
      kept.flatMap((example) => {
        const of = (text: Text, name: string, weight: number): StackExample => ({
          id: `${example.labelled.id}${name}`,
          criteria: example.criteria,
          summary: required(readBy.get(text)?.get(left(example))),
          scores: text.scores,
          weight,
          measured: !example.supplement,
        });
        return [
          of(example, '', 1),
          ...example.variants.map((variant, index) => of(variant, ` ${index}`, variantWeight)),
        ];
      }),
    );
  const replyOf = (
    kept: readonly Example[],
    left: (example: Example) => number,
    layers: ReplyLayers,
  ): ReplyModel => {
    const rows = kept.flatMap((example) =>
      required(repliesBy.get(example)?.get(left(example))).map((features, index) => ({
        features,
        score: example.replies[index]?.rating ?? 0,
        weight: 1,
        measured: !example.supplement,
      })),
    );
    const { model, unseen } = fitKernel(rows, replyImportance(rows[0]?.features.length ?? 0));
    const predictions = rows.flatMap(({ score, measured }, index) =>
      measured ? [{ raw: unseen[index] ?? 0, score }] : [],
    );
    return { ...layers, kernel: model, cuts: matchingCuts(predictions, 2) };
  };
  const ownFold = (example: Example) => example.fold;
  return {
    model: {
      ...fitLayers(examples),
      stack: stackOf(examples, ownFold),
      reply: replyOf(examples, ownFold, fitReplyLayers(examples)),
    },
    folds: single.map((layers, fold) => ({
      ...layers,
      stack: stackOf(taught(fold), () => fold),
      reply: replyOf(taught(fold), () => fold, required(singleReplies[fold])),
    })),
  };
}

function readPrepared({ sentenceVectors, answerVector, traits }: Text, layers: Layers): Summary {
  return summarize(readVectors(sentenceVectors, answerVector, traits, layers));
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('A fold was not read.');
  return value;
}
