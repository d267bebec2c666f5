import type { ExpectedScores } from '#lib/domain/verdict-features.ts';
import type { AnswerModel } from '#lib/engines/embedded/answer-model.ts';
import { type ReplyLayers, type ReplyModel, replyImportance } from '#lib/engines/embedded/reply-rating.ts';
import type { Example } from './corpus.ts';
import { fitStack, matchingCuts } from './fit-stack.ts';
import { fitKernel } from './kernel-ridge.ts';
import { comparedWith, type Reading } from './layer-job.ts';

/** An example with what layers that did not see its writer make of it. */
export interface ReadExample {
  example: Example;
  reading: Reading;
}

/** The third layer of answers; out, too, by id, the expected scores of each answer by a machine that did not see it. */
export function fitAnswerStack(read: readonly ReadExample[]): {
  stack: AnswerModel['stack'];
  unseen: ReadonlyMap<string, ExpectedScores>;
} {
  const { stack, unseen } = fitStack(
    read.map(({ example, reading }) => ({
      summary: reading.summary,
      criteria: example.criteria,
      scores: example.scores,
      changed: comparedWith(example).flatMap(({ scores }, at) => {
        const summary = reading.changed[at];
        return summary ? [{ summary, scores }] : [];
      }),
      measured: !example.supplement,
    })),
  );
  return { stack, unseen: new Map(read.map(({ example }, at) => [example.labelled.id, unseen[at] ?? {}])) };
}

/** The reply model: its layers, and on top a kernel machine over what they say of every reply. */
export function fitReplyModel(read: readonly ReadExample[], layers: ReplyLayers): ReplyModel {
  const rows = read.flatMap(({ example, reading }) =>
    reading.replies.map((features, index) => ({
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
}
