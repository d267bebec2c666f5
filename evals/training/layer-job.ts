import { type Layers, readPrepared, type Summary } from '#lib/engines/embedded/answer-model.ts';
import { type ReplyLayers, replyFeatures } from '#lib/engines/embedded/reply-rating.ts';
import type { Example } from './corpus.ts';
import { fitLayers, fitReplyLayers } from './fit-layers.ts';
import { foldCount } from './folds.ts';

/**
 * First layers to fit, and which answers they then read. `all`: from everything, reads nothing. `fold`: without the
 * answers of a fold, which it reads; the supplement stays. `supplement`: without the fold's writers of the supplement
 * too, whom it reads. `pair`: without two folds; reads both, each for models that leave out the other.
 */
export type LayerJob =
  | { kind: 'all' }
  | { kind: 'fold' | 'supplement'; fold: number }
  | { kind: 'pair'; fold: number; other: number };

/** What layers that did not see an answer's writer make of it; `left` is the fold of the model that learns from this. */
export interface Reading {
  id: string;
  left: number;
  summary: Summary;
  /** of each changed text that is compared with the answer */
  changed: Summary[];
  /** replyFeatures of each reply */
  replies: number[][];
}

export interface LayerResult {
  layers: Layers;
  replyLayers: ReplyLayers;
  readings: Reading[];
}

/** Every job that training needs: foldCount * (foldCount - 1) / 2 pairs, each fold alone, the supplement's folds, all. */
export function layerJobs(examples: readonly Example[]): LayerJob[] {
  const folds = Array.from({ length: foldCount }, (_, fold) => fold);
  return [
    { kind: 'all' },
    ...folds.map((fold): LayerJob => ({ kind: 'fold', fold })),
    ...folds
      .filter((fold) => examples.some((each) => each.supplement && each.fold === fold))
      .map((fold): LayerJob => ({ kind: 'supplement', fold })),
    ...folds.flatMap((fold) =>
      folds.slice(fold + 1).map((other): LayerJob => ({ kind: 'pair', fold, other })),
    ),
  ];
}

/** Fits and reads; the same for the same examples, wherever it runs. */
export function runLayerJob(examples: readonly Example[], job: LayerJob): LayerResult {
  const kept = examples.filter((example) => teaches(example, job));
  const layers = fitLayers(kept);
  const replyLayers = fitReplyLayers(kept);
  const readings = examples.flatMap((example): Reading[] => {
    const left = readFor(example, job);
    if (left === null) return [];
    return [
      {
        id: example.labelled.id,
        left,
        summary: readPrepared(example, layers).summary,
        changed: comparedWith(example).map((text) => readPrepared(text, layers).summary),
        replies: example.replies.map(({ vectors }) => replyFeatures(vectors, replyLayers)),
      },
    ];
  });
  return { layers, replyLayers, readings };
}

/** The changed texts that the third layer compares with their base. */
export const comparedWith = ({ changed }: Example) => changed.filter(({ compared }) => compared);

/** Whether an example is among what a job's layers, and the model made of them, learn from. */
export function teaches({ fold, supplement }: Example, job: LayerJob): boolean {
  if (job.kind === 'all') return true;
  if (job.kind === 'pair') return fold !== job.fold && fold !== job.other;
  return fold !== job.fold || (job.kind === 'fold' && supplement);
}

/** The fold for whose model an example is read by a job's layers; null when it is not read. */
function readFor({ fold, supplement }: Example, job: LayerJob): number | null {
  if (job.kind === 'all') return null;
  if (job.kind === 'pair') return fold === job.fold ? job.other : fold === job.other ? job.fold : null;
  return fold === job.fold && supplement === (job.kind === 'supplement') ? fold : null;
}
