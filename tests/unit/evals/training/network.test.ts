import { describe, expect, it } from 'vitest';
import { Learned } from '#evals/training/adam-step.ts';
import type { WeightedText } from '#evals/training/fit-layers.ts';
import { fitNetwork } from '#evals/training/fit-network.ts';
import { FirstLayer } from '#evals/training/network-first-layer.ts';
import { addGradient, type NetworkLesson } from '#evals/training/network-gradient.ts';
import { vocabularyOf } from '#evals/training/network-vocabulary.ts';
import { drawnByRow, withWordsLeftOut } from '#evals/training/network-words-left-out.ts';
import { createRandom } from '#evals/training/random.ts';
import { labelledCriteria } from '#lib/domain/rubric.ts';
import { prepareAnswer } from '#lib/engines/embedded/answer-model.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';
import {
  headColumns,
  heads,
  type LaterLayers,
  layerNames,
  networkWidth,
  pass,
  readThroughNetwork,
} from '#lib/engines/embedded/network.ts';
import { denseRows, wordHashes } from '#lib/engines/embedded/network-input.ts';
import { randomLayers, randomSums } from '#tests/support/network.ts';

const criteria = labelledCriteria.length;

describe('addGradient', () => {
  const count = 4;
  const sentenceWeight = 0.3;
  const random = createRandom(8);
  const targets = () => ({
    targets: Float32Array.from({ length: count * criteria }, () => 3 * random()),
    weights: Float32Array.from({ length: count * criteria }, () => (random() < 0.5 ? 0 : random())),
  });
  const lesson: NetworkLesson = {
    scores: labelledCriteria.map((_, at) => (at % 3 === 2 ? undefined : at % 4)),
    weight: 0.7,
    carried: targets(),
    against: targets(),
  };
  const loss = (sums: readonly Float64Array[], later: LaterLayers) => {
    const { scores, said } = pass(sums, later);
    const missed = lesson.scores.map((score, at) =>
      score === undefined ? 0 : ((scores[at] ?? 0) - score) ** 2,
    );
    const told = (['carries', 'against'] as const).flatMap((head) => {
      const teaches = head === 'carries' ? lesson.carried : lesson.against;
      return [...teaches.targets].map((target, place) => {
        const at = Math.floor(place / criteria) * headColumns + heads[head] * criteria + (place % criteria);
        return (teaches.weights[place] ?? 0) * ((said[at] ?? 0) - target) ** 2;
      });
    });
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return lesson.weight * (sum(missed) + sentenceWeight * sum(told));
  };
  const later = randomLayers(4);
  const sums = randomSums(count, 6);
  const slopes = randomLayers(0, 0);
  const bySums = addGradient(pass(sums, later), lesson, later, slopes, sentenceWeight);
  const step = 1e-3;

  it.each(layerNames)('finds the slope of the loss by %s that small steps find', (name) => {
    const layer = later[name];
    for (let at = 0; at < layer.length; at += Math.max(1, Math.floor(layer.length / 40))) {
      const kept = layer[at] ?? 0;
      layer[at] = kept + step;
      const [higher, above] = [loss(sums, later), layer[at] ?? 0];
      layer[at] = kept - step;
      const [lower, below] = [loss(sums, later), layer[at] ?? 0];
      layer[at] = kept;
      expect((slopes[name][at] ?? 0) - (higher - lower) / (above - below)).toBeCloseTo(0, 2);
    }
  });

  it('finds the slope by what the words add up to', () => {
    for (let place = 0; place < count * networkWidth; place += 7) {
      const sum = sums[Math.floor(place / networkWidth)] ?? new Float64Array(0);
      const unit = place % networkWidth;
      const kept = sum[unit] ?? 0;
      sum[unit] = kept + step;
      const higher = loss(sums, later);
      sum[unit] = kept - step;
      const lower = loss(sums, later);
      sum[unit] = kept;
      expect((bySums[place] ?? 0) - (higher - lower) / (2 * step)).toBeCloseTo(0, 2);
    }
  });
});

describe('addGradient with a pull', () => {
  it('adds to the slope by a score what a comparison asks for, and nothing where it asks for nothing', () => {
    const none = { targets: new Float32Array(3 * criteria), weights: new Float32Array(3 * criteria) };
    const silent = { weight: 1, carried: none, against: none };
    const later = randomLayers(4);
    const slopesOf = (lesson: NetworkLesson) => {
      const slopes = randomLayers(0, 0);
      addGradient(pass(randomSums(3, 6), later), lesson, later, slopes, 0);
      return slopes.overallBias;
    };
    const pull = Float64Array.from({ length: criteria }, (_, at) => at - 5);
    expect([...slopesOf({ ...silent, scores: [], pull })]).toEqual([...pull]);
    expect(new Set(slopesOf({ ...silent, scores: [] }))).toEqual(new Set([0]));
  });
});

describe('words left out', () => {
  const input = (...rows: number[]) => ({
    indices: Uint32Array.from(rows),
    values: Float32Array.from(rows, () => 1),
  });

  it('leaves out the rows drawn below the share, never what is no word, and the rest count for them', () => {
    const words = [denseRows, denseRows + 1];
    const left = withWordsLeftOut(input(0, ...words), 0.5, (row) => (row === denseRows ? 0.4 : 0.5));
    expect([...left.indices]).toEqual([0, denseRows + 1]);
    expect([...left.values]).toEqual([1, 2]);
  });

  it('draws the same for a row wherever it stands, anew for each pair of texts, evenly', () => {
    const random = createRandom(2);
    const [one, other] = [drawnByRow(random), drawnByRow(random)];
    const rows = Array.from({ length: 4000 }, (_, row) => row);
    expect(one(77)).toBe(one(77));
    expect(rows.filter((row) => one(row) === other(row)).length).toBeLessThan(5);
    expect(rows.filter((row) => one(row) < 0.25).length / rows.length).toBeCloseTo(0.25, 1);
    const both = rows.filter((row) => one(row) < 0.5 && other(row) < 0.5).length;
    expect(both / rows.length).toBeCloseTo(0.25, 1);
  });
});

describe('Learned', () => {
  it('goes down a slope to the bottom, and moves nothing outside the given part', () => {
    const learned = new Learned(Float32Array.from([3, -2, 5]));
    for (let step = 0; step < 400; step += 1) {
      learned.weights.forEach((weight, at) => {
        learned.slopes[at] = 2 * (weight - 1);
      });
      learned.step(0.05 * (1 - step / 400), 0, 2);
    }
    expect(learned.weights[0]).toBeCloseTo(1, 1);
    expect(learned.weights[1]).toBeCloseTo(1, 1);
    expect(learned.weights[2]).toBe(5);
  });
});

describe('FirstLayer', () => {
  it('moves only the rows that were read', () => {
    const layer = new FirstLayer(['budget', null, 'qqzzx'], createRandom(1));
    const before = layer.weights.slice();
    const input = {
      indices: Uint32Array.from([denseRows, denseRows + 2]),
      values: Float32Array.from([0.5, 1]),
    };
    layer.addSlopes(input, new Float64Array(networkWidth).fill(1));
    layer.step(0.1);
    const moved = [0, denseRows, denseRows + 1, denseRows + 2].map(
      (row) => before[row * networkWidth] !== layer.weights[row * networkWidth],
    );
    expect(moved).toEqual([false, true, false, true]);
  });
});

describe('vocabularyOf', () => {
  const texts = (count: number, text: string) => Array.from({ length: count }, () => readSentences(text));
  const hash = (word: string) => wordHashes(readSentences(word)[0] ?? never()).words[0] ?? -1;

  it('knows the words of six texts, not those of five, however often these say them', () => {
    const { vocabulary, words } = vocabularyOf([
      ...texts(6, 'budget'),
      ...texts(5, 'deadline deadline deadline'),
    ]);
    expect(vocabulary.get(hash('budget'))).toBe(denseRows);
    expect(vocabulary.has(hash('deadline'))).toBe(false);
    expect(words).toEqual(['budget']);
  });

  it('knows a pair of words once sixty texts have it', () => {
    const pairs = (count: number) =>
      vocabularyOf(texts(count, 'hold the line')).words.filter((word) => word === null).length;
    expect(pairs(59)).toBe(0);
    expect(pairs(60)).toBe(3);
  });
});

describe('fitNetwork', () => {
  const told = (answer: string, ownership: number): WeightedText => {
    const prepared = prepareAnswer(answer);
    const silent = (count: number) => ({
      targets: new Float32Array(count * criteria),
      weights: new Float32Array(count * criteria),
    });
    const both = (count: number) => ({ carried: silent(count), against: silent(count) });
    return {
      weight: 1,
      text: {
        ...prepared,
        scores: { ownership },
        teaches: {
          written: both(prepared.written.sentences.length),
          dictated: both(prepared.dictated.sentences.length),
        },
      },
    };
  };
  const things = ['logs', 'budget', 'plan', 'build', 'report', 'queue', 'index', 'alarm'];
  const texts = things.flatMap((thing) =>
    Array.from({ length: 60 }, (_, at) => [
      told(`The ${thing} was late. I rewrote the ${thing} myself. It held ${at} weeks.`, 3),
      told(`The ${thing} was late. Somebody rewrote the ${thing} for us. It held ${at} weeks.`, 0),
    ]).flat(),
  );
  const network = fitNetwork(texts);
  const said = (text: string) =>
    readThroughNetwork(readSentences(text), network)[labelledCriteria.indexOf('ownership')] ?? Number.NaN;

  it('learns which words make the score, in a sentence that it never saw', () => {
    expect(said('The contract was late. I rewrote the contract myself.')).toBeGreaterThan(2);
    expect(said('The contract was late. Somebody rewrote the contract for us.')).toBeLessThan(1);
  });

  it('learns from a changed answer beside its base which words must not matter', () => {
    const padding = 'Looking back, it truly was a journey.';
    // Only weak answers come padded, so that padding goes with low scores; beside their bases it is seen to change less.
    const padded = texts.flatMap((each, at) => {
      const thing = things[Math.floor(at / 120)] ?? '';
      const made = told(`The ${thing} was late. ${padding} Somebody rewrote the ${thing} for us.`, 0);
      return at % 4 === 1 ? [{ changed: { ...made, weight: 0.25 }, base: each.text }] : [];
    });
    const costOfPadding = (changed: readonly WeightedText[]) => {
      const fitted = fitNetwork([...texts, ...changed]);
      const ownership = (text: string) =>
        readThroughNetwork(readSentences(text), fitted)[labelledCriteria.indexOf('ownership')] ?? Number.NaN;
      return (
        ownership('The contract was late. I rewrote the contract myself.') -
        ownership(`The contract was late. ${padding} I rewrote the contract myself.`)
      );
    };
    const alone = costOfPadding(padded.map(({ changed }) => changed));
    const compared = costOfPadding(padded.map(({ changed, base }) => ({ ...changed, base })));
    expect(alone).toBeGreaterThan(1);
    expect(compared).toBeLessThan(0.85 * alone);
  });

  it('comes out the same again', () => {
    const again = fitNetwork(texts);
    expect(Buffer.from(again.first.weights.buffer).equals(Buffer.from(network.first.weights.buffer))).toBe(
      true,
    );
    expect(again.later).toEqual(network.later);
  });
});

function never(): never {
  throw new RangeError('There is no sentence.');
}
