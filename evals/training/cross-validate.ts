import type { ExpectedScores } from '#lib/domain/verdict-features.ts';
import type { AnswerModel } from '#lib/engines/embedded/answer-model.ts';
import type { ReplyModel } from '#lib/engines/embedded/reply-rating.ts';
import type { Example } from './corpus.ts';
import { type LayerJob, layerJobs, teaches } from './layer-job.ts';
import { runLayerJobs } from './layer-pool.ts';
import { fitAnswerStack, fitReplyModel } from './third-layers.ts';

export interface Model extends AnswerModel {
  reply: ReplyModel;
}

export interface Trained {
  model: Model;
  /** Expected scores of each answer it was trained on, by id, as a model that did not see it gives them. */
  unseen: ReadonlyMap<string, ExpectedScores>;
}

/**
 * Trains the model of all answers and one model a fold. The third layer always learns from readings by layers that did
 * not see the answer's writer: for fold f, layers without f and without the answer's own fold; the layers without two
 * folds serve both. It learns from no answer drawn apart, since it reads which scores go together. A fold's own model
 * learns from the whole supplement; the supplement's writers in that fold are read by layers without the two.
 */
export async function trainAll(
  examples: readonly Example[],
  say: (line: string) => void,
): Promise<{
  /** From all answers. */
  all: Trained;
  /** One a fold: never saw the writers of that fold. */
  folds: Trained[];
}> {
  const jobs = layerJobs(examples);
  const results = await runLayerJobs(jobs, say);
  const readings = new Map(
    results.flatMap((result) => result.readings.map((each) => [`${each.id} ${each.left}`, each])),
  );
  const trained = (job: LayerJob, left: (example: Example) => number): Trained => {
    const { layers, replyLayers } = required(results[jobs.indexOf(job)]);
    const read = examples.flatMap((example) =>
      example.apart || !teaches(example, job)
        ? []
        : [{ example, reading: required(readings.get(`${example.labelled.id} ${left(example)}`)) }],
    );
    const { stack, unseen } = fitAnswerStack(read);
    return { model: { ...layers, stack, reply: fitReplyModel(read, replyLayers) }, unseen };
  };
  say('third layers');
  return {
    all: trained(required(jobs.find(({ kind }) => kind === 'all')), ({ fold }) => fold),
    folds: jobs.flatMap((job) => (job.kind === 'fold' ? [trained(job, () => job.fold)] : [])),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('A fold was not read.');
  return value;
}
