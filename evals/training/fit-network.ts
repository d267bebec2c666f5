import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { quantize } from '#lib/engines/embedded/matrix.ts';
import {
  eachLayer,
  hiddenWidth,
  type LaterLayers,
  layerSizes,
  type Network,
  networkWidth,
  pass,
} from '#lib/engines/embedded/network.ts';
import { denseRows, networkInputs } from '#lib/engines/embedded/network-input.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { Learned } from './adam-step.ts';
import type { WeightedText } from './fit-layers.ts';
import { FirstLayer } from './network-first-layer.ts';
import { addGradient, type NetworkLesson } from './network-gradient.ts';
import { vocabularyOf } from './network-vocabulary.ts';
import { createRandom, normal, shuffled } from './random.ts';
import { seed } from './seed.ts';

/** Chosen by cross-validation over writers. */
const settings = {
  epochs: 16,
  /** answers a step */
  batch: 16,
  rate: 4e-3,
  /** steps until the rate is reached; then it falls to zero */
  slowStart: 200,
  /** of the words of a sentence, how many are left out at random each time it is read */
  wordsLeftOut: 0.4,
  /** what a sentence's evidence counts beside the answer's scores */
  sentenceWeight: 0.04,
} as const;

interface Cut {
  inputs: readonly SparseVector[];
  lesson: NetworkLesson;
}

/** Trains the network on texts, each time one of a text's two cuts, with some of its words left out. */
export function fitNetwork(texts: readonly WeightedText[]): Network {
  const random = createRandom(seed);
  const { vocabulary, words } = vocabularyOf(texts.map(({ text }) => text.written.sentences));
  const first = new FirstLayer(words, random);
  const later = startingLayers(random);
  const layers: Layers = {
    first,
    weights: eachLayer((name) => later[name].weights),
    slopes: eachLayer((name) => later[name].slopes),
  };
  const cuts = texts.map((text) => cutsOf(text, vocabulary));
  const order = Int32Array.from(cuts.keys());
  const steps = settings.epochs * Math.ceil(order.length / settings.batch);
  let done = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    const shuffledOrder = shuffled(order, seed + epoch);
    for (let start = 0; start < shuffledOrder.length; start += settings.batch) {
      for (const row of shuffledOrder.subarray(start, start + settings.batch)) {
        const cut = cuts[row]?.[random() < 0.5 ? 0 : 1];
        if (cut) learn(cut, layers, random);
      }
      const rate = settings.rate * Math.min(1, done / settings.slowStart) * (1 - done / steps);
      first.step(rate);
      for (const layer of Object.values(later)) layer.step(rate);
      done += 1;
    }
  }
  return { vocabulary, first: quantize(first.weights, networkWidth), later: layers.weights };
}

/** The first layer, and the weights of the later ones with the slopes that a batch adds up. */
interface Layers {
  first: FirstLayer;
  weights: LaterLayers;
  slopes: LaterLayers;
}

function learn({ inputs, lesson }: Cut, { first, weights, slopes }: Layers, random: () => number): void {
  const read = inputs.map((input) => withWordsLeftOut(input, random));
  const sums = read.map((input) => first.sums(input));
  const bySums = addGradient(pass(sums, weights), lesson, weights, slopes, settings.sentenceWeight);
  read.forEach((input, sentence) => {
    first.addSlopes(input, bySums.subarray(sentence * networkWidth, (sentence + 1) * networkWidth));
  });
}

function cutsOf({ text, weight }: WeightedText, vocabulary: Network['vocabulary']): Cut[] {
  const scores = modelCriteria.map((criterion) => text.scores[criterion]);
  return [
    { cut: text.written, targets: text.teaches.written },
    { cut: text.dictated, targets: text.teaches.dictated },
  ].map(({ cut, targets }) => ({
    inputs: networkInputs(cut.sentences, vocabulary),
    lesson: { scores, weight, ...targets },
  }));
}

/** The words that stay count for those that do not. */
function withWordsLeftOut({ indices, values }: SparseVector, random: () => number): SparseVector {
  const left = { indices: new Uint32Array(indices.length), values: new Float32Array(indices.length) };
  let count = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const row = indices[at] as number;
    const dense = row < denseRows;
    if (!dense && random() < settings.wordsLeftOut) continue;
    left.indices[count] = row;
    left.values[count] = (values[at] as number) / (dense ? 1 : 1 - settings.wordsLeftOut);
    count += 1;
  }
  return { indices: left.indices.subarray(0, count), values: left.values.subarray(0, count) };
}

function startingLayers(random: () => number): Record<keyof LaterLayers, Learned> {
  const drawn = (name: keyof LaterLayers, deviation: (at: number) => number) =>
    new Learned(Float32Array.from({ length: layerSizes[name] }, (_, at) => deviation(at) * normal(random)));
  const level = (name: keyof LaterLayers, value: number) =>
    new Learned(new Float32Array(layerSizes[name]).fill(value));
  const own = Math.sqrt(1.5 / networkWidth);
  const neighbour = Math.sqrt(0.3 / networkWidth);
  return {
    context: drawn('context', (at) => (at % (3 * hiddenWidth) < hiddenWidth ? own : neighbour)),
    contextBias: level('contextBias', 0),
    heads: drawn('heads', () => 0.1),
    headBias: level('headBias', 0),
    overall: drawn('overall', () => 0.1),
    overallBias: level('overallBias', 0.8),
  };
}
