import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { quantize } from '#lib/engines/embedded/matrix.ts';
import {
  eachLayer,
  hiddenWidth,
  type LaterLayers,
  layerSizes,
  type Network,
  networkWidth,
  type Pass,
  pass,
} from '#lib/engines/embedded/network.ts';
import { networkInputs } from '#lib/engines/embedded/network-input.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { Learned } from './adam-step.ts';
import type { Text } from './corpus.ts';
import type { WeightedText } from './fit-layers.ts';
import { FirstLayer } from './network-first-layer.ts';
import { addGradient, type NetworkLesson } from './network-gradient.ts';
import { vocabularyOf } from './network-vocabulary.ts';
import { drawnByRow, withWordsLeftOut } from './network-words-left-out.ts';
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
  wordsLeftOut: 0.5,
  /** what a sentence's evidence counts beside the answer's scores */
  sentenceWeight: 0.04,
  /** what a changed answer's distance from the answer it was made of counts beside an answer's scores */
  contrastWeight: 1,
} as const;

interface Cut {
  inputs: readonly SparseVector[];
  lesson: NetworkLesson;
}

/**
 * Trains the network on texts, each time one of a text's two cuts, with some of its words left out. A changed answer that
 * has a base teaches, too, how far each score lies from the base's.
 */
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
  const places = new Map<Text, number>(texts.map(({ text }, at) => [text, at]));
  const bases = texts.map(({ base }) => base && cuts[places.get(base) ?? -1]);
  const order = Int32Array.from(cuts.keys());
  const steps = settings.epochs * Math.ceil(order.length / settings.batch);
  let done = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    const shuffledOrder = shuffled(order, seed + epoch);
    for (let start = 0; start < shuffledOrder.length; start += settings.batch) {
      for (const row of shuffledOrder.subarray(start, start + settings.batch)) {
        const which = random() < 0.5 ? 0 : 1;
        const cut = cuts[row]?.[which];
        const base = bases[row]?.[which];
        if (cut && base) compare(cut, base, layers, random);
        else if (cut) teach(readCut(cut, layers, random), cut.lesson, layers);
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

/** What was read of a cut, and everything on the way to its scores. */
interface Read {
  inputs: readonly SparseVector[];
  passed: Pass;
}

function readCut({ inputs }: Cut, { first, weights }: Layers, drawn: (row: number) => number): Read {
  const left = inputs.map((input) => withWordsLeftOut(input, settings.wordsLeftOut, drawn));
  const sums = left.map((input) => first.sums(input));
  return { inputs: left, passed: pass(sums, weights) };
}

function teach({ inputs, passed }: Read, lesson: NetworkLesson, { first, weights, slopes }: Layers): void {
  const bySums = addGradient(passed, lesson, weights, slopes, settings.sentenceWeight);
  inputs.forEach((input, sentence) => {
    first.addSlopes(input, bySums.subarray(sentence * networkWidth, (sentence + 1) * networkWidth));
  });
}

/** A changed answer teaches its own scores, and both texts how far the scores lie apart; the base's own have a turn elsewhere. */
function compare(changed: Cut, base: Cut, layers: Layers, random: () => number): void {
  const drawn = drawnByRow(random);
  const [after, before] = [readCut(changed, layers, drawn), readCut(base, layers, drawn)];
  const pull = after.passed.scores.map((given, at) => {
    const [to, from] = [changed.lesson.scores[at], base.lesson.scores[at]];
    if (to === undefined || from === undefined) return 0;
    return 2 * settings.contrastWeight * (given - (before.passed.scores[at] as number) - (to - from));
  });
  teach(after, { ...changed.lesson, pull }, layers);
  teach(before, { ...base.lesson, weight: 0, pull: pull.map((slope) => -slope) }, layers);
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
