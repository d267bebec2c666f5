import { type Layers, modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { featureSize } from '#lib/engines/embedded/features.ts';
import { quantize, type WeightMatrix } from '#lib/engines/embedded/matrix.ts';
import type { Example } from './corpus.ts';
import { fitPooled } from './fit-pooled.ts';
import { fitRidge } from './ridge.ts';
import { seed } from './seed.ts';

const columns = modelCriteria.length;

/** Penalties and passes, chosen by cross-validation over writers. */
const settings = {
  sentence: { lambda: 3, epochs: 7 },
  answer: { lambda: 0.7, epochs: 8 },
  reply: { lambda: 0.5, epochs: 20 },
} as const;

/** A variant counts less than an answer that was rated. */
export const variantWeight = 0.3;

/** The first layers: which sentences carry a criterion, what the whole answer's words say, how well the carrying ones tell it. */
export function fitLayers(examples: readonly Example[]): Layers {
  const sentence = fitSentences(examples);
  return { sentence, answer: fitAnswers(examples), pooled: fitPooled(examples, sentence) };
}

function fitSentences(examples: readonly Example[]): WeightMatrix {
  const rows = examples.flatMap((example) => example.sentenceVectors);
  const targets = concatenate(examples.map((example) => example.targets));
  const weights = concatenate(examples.map((example) => example.weights));
  const { lambda, epochs } = settings.sentence;
  return quantize(
    fitRidge({ rows, size: featureSize, outputs: columns, targets, weights, lambda, epochs, seed }),
    columns,
  );
}

function fitAnswers(examples: readonly Example[]): WeightMatrix {
  const texts = examples.flatMap((example) => [
    { ...example, scores: example.labelled.gold.scores, weight: 1 },
    ...example.variants.map((variant) => ({ ...variant, weight: variantWeight })),
  ]);
  const targets = new Float32Array(texts.length * columns);
  const weights = new Float32Array(texts.length * columns);
  texts.forEach(({ scores, weight }, row) => {
    modelCriteria.forEach((criterion, column) => {
      const score = scores[criterion];
      if (score === undefined) return;
      targets[row * columns + column] = score - 1.5;
      weights[row * columns + column] = weight;
    });
  });
  const { lambda, epochs } = settings.answer;
  const rows = texts.map(({ answerVector }) => answerVector);
  return quantize(
    fitRidge({ rows, size: featureSize, outputs: columns, targets, weights, lambda, epochs, seed }),
    columns,
  );
}

/** The model of replies to probes: one column, the rating less one. */
export function fitReplies(examples: readonly Example[]): WeightMatrix {
  const replies = examples.flatMap((example) => example.replies);
  const { lambda, epochs } = settings.reply;
  return quantize(
    fitRidge({
      rows: replies.map(({ vector }) => vector),
      size: featureSize,
      outputs: 1,
      targets: Float32Array.from(replies, ({ rating }) => rating - 1),
      weights: new Float32Array(replies.length).fill(1),
      lambda,
      epochs,
      seed,
    }),
    1,
  );
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
