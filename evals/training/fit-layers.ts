import { type Layers, modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { featureSize } from '#lib/engines/embedded/features.ts';
import { quantize, type WeightMatrix } from '#lib/engines/embedded/matrix.ts';
import type { ReplyLayers } from '#lib/engines/embedded/reply-rating.ts';
import type { Example, Text } from './corpus.ts';
import { fitColumn } from './fit-column.ts';
import { fitNetwork } from './fit-network.ts';
import { fitPooled } from './fit-pooled.ts';
import { fitRarityRidge } from './rarity-ridge.ts';
import { fitRidge } from './ridge.ts';
import { seed } from './seed.ts';

const columns = modelCriteria.length;

/** Penalties and passes, chosen by cross-validation over writers. */
const settings = {
  sentence: { lambda: 3, epochs: 7 },
  answer: { lambda: 1.2, epochs: 8 },
  reply: { lambda: 0.5, epochs: 12 },
  replySentence: { lambda: 3, epochs: 8 },
} as const;

/** A changed answer counts less than an answer that was rated. */
const changedWeight = 0.25;

/** A text that teaches, with how much it counts. */
export interface WeightedText {
  text: Text;
  weight: number;
  /** Of a changed answer that is compared with what it was made of: that answer. */
  base?: Text;
}

/** The texts that teach the layers: the rated answers and what was made of them, with how much each counts. */
function textsOf(examples: readonly Example[]): WeightedText[] {
  return examples.flatMap((example) => [
    { text: example, weight: 1 },
    ...example.changed.map((text) => ({
      text,
      weight: changedWeight,
      ...(text.compared && { base: example }),
    })),
  ]);
}

/** The first layers: which sentences carry a criterion and which speak against it, what the whole answer's words say, how well those that bear on it tell it, and a network that reads them in their order. */
export function fitLayers(examples: readonly Example[]): Layers {
  const texts = textsOf(examples);
  const sentence = fitSentences(texts, 'carried');
  const counter = fitSentences(texts, 'against');
  return {
    sentence,
    counter,
    answer: fitAnswers(texts),
    pooled: fitPooled(texts, { sentence, counter }),
    network: fitNetwork(texts),
  };
}

/** Both cuts of every text, each for half: what its sentences carry, or speak against. */
function fitSentences(texts: readonly WeightedText[], side: 'carried' | 'against'): WeightMatrix {
  const cuts = texts.flatMap(({ text: { written, dictated, teaches } }) => [
    { vectors: written.vectors, ...teaches.written[side] },
    { vectors: dictated.vectors, ...teaches.dictated[side] },
  ]);
  const rows = cuts.flatMap(({ vectors }) => vectors);
  const targets = concatenate(cuts.map((cut) => cut.targets));
  const weights = concatenate(cuts.map((cut) => cut.weights)).map((weight) => weight / 2);
  const { lambda, epochs } = settings.sentence;
  return quantize(
    fitRidge({ rows, size: featureSize, outputs: columns, targets, weights, lambda, epochs, seed }),
    columns,
  );
}

function fitAnswers(texts: readonly WeightedText[]): WeightMatrix {
  const targets = new Float32Array(texts.length * columns);
  const weights = new Float32Array(texts.length * columns);
  texts.forEach(({ text: { scores }, weight }, row) => {
    modelCriteria.forEach((criterion, column) => {
      const score = scores[criterion];
      if (score === undefined) return;
      targets[row * columns + column] = score - 1.5;
      weights[row * columns + column] = weight;
    });
  });
  const { lambda, epochs } = settings.answer;
  const rows = texts.map(({ text: { whole } }) => whole);
  return quantize(
    fitRarityRidge({ rows, size: featureSize, outputs: columns, targets, weights, lambda, epochs, seed }),
    columns,
  );
}

/** The first layer of the reply model: what the whole reply's words and what each of its sentences say of its rating, less one. */
export function fitReplyLayers(examples: readonly Example[]): ReplyLayers {
  const replies = examples.flatMap((example) => example.replies);
  const whole = replies.map(({ vectors, rating }) => ({
    vector: vectors.whole,
    target: rating - 1,
    weight: 1,
  }));
  const sentence = replies.flatMap(({ vectors, rating }) =>
    vectors.sentences.map((vector) => ({
      vector,
      target: rating - 1,
      weight: 1 / Math.sqrt(vectors.sentences.length),
    })),
  );
  return {
    whole: quantize(fitColumn(whole, settings.reply), 1),
    sentence: quantize(fitColumn(sentence, settings.replySentence), 1),
  };
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
