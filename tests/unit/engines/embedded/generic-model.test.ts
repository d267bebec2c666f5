import { describe, expect, it } from 'vitest';
import { rubricHash } from '#evals/training/train-generic.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { commonCriteria, criterionIn, labelledPrinciples, ownCriteria } from '#lib/domain/rubric.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { expectedScores, readAnswer } from '#lib/engines/embedded/answer-model.ts';
import { criterionRoots, likenessOf, sentenceLikeness } from '#lib/engines/embedded/criterion-likeness.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';
import {
  carriedByOwn,
  genericFeatures,
  genericScore,
  scoreStory,
} from '#lib/engines/embedded/generic-model.ts';
import { readGenericWeights } from '#lib/engines/embedded/generic-weights.ts';
import { readWeights } from '#lib/engines/embedded/weights.ts';

const { rubric, scenarios } = loadLibrary();
const { model: generic, header } = readGenericWeights();
const { model } = readWeights();
const told = scenarios.find(({ principle }) => principle === 'dive-deep');
if (!told) throw new Error('There is no story to read.');
const story = readAnswer(publishedExample(told), model);

describe('the generic weights', () => {
  it('belong to the rubric as it is: a changed anchor asks for npm run train', () => {
    expect(header.rubric).toBe(rubricHash(rubric.criteria));
  });

  it('know what is usual for every own criterion without rated answers', () => {
    const rated = labelledPrinciples.flatMap((principle) => ownCriteria[principle] as readonly string[]);
    for (const criterion of Object.values(ownCriteria).flat()) {
      if (!rated.includes(criterion)) expect(generic.usual[criterion]?.deviation).toBeGreaterThan(0);
    }
  });

  it('let no common criterion lower an own one', () => {
    const usual = { mean: 0, deviation: 1 };
    const low = Object.fromEntries(commonCriteria.map((criterion) => [criterion, 1]));
    for (const criterion of commonCriteria) {
      const [before, after] = [low, { ...low, [criterion]: 2 }].map((common) =>
        genericScore(generic, genericFeatures(common, 0, usual)),
      );
      expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
    }
  });

  it('are refused when they are not there', () => {
    expect(() => readGenericWeights('/nowhere/generic.json')).toThrow(/npm run train/u);
  });
});

describe('a story', () => {
  it('is scored by its own models where its principle has rated answers', () => {
    const criteria = [...commonCriteria, ...ownCriteria['dive-deep']];
    const { expected } = scoreStory(story, 'dive-deep', { model, generic }, rubric);
    expect(expected).toEqual(expectedScores(story.summary, model, criteria));
  });

  it('told for another principle gets ten scores within 0 and 3', () => {
    const { expected } = scoreStory(story, 'frugality', { model, generic }, rubric);
    expect(Object.keys(expected).toSorted()).toEqual(
      [...commonCriteria, ...ownCriteria.frugality].toSorted(),
    );
    for (const value of Object.values(expected)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(3);
    }
  });

  it('that says nothing scores below one that is told', () => {
    const empty = readAnswer(
      'We are a good team. I always help people and things went well for everybody.',
      model,
    );
    for (const criterion of ownCriteria['earn-trust']) {
      const [well, badly] = [story, empty].map(
        (read) => scoreStory(read, 'earn-trust', { model, generic }, rubric).expected[criterion] ?? 0,
      );
      expect(well).toBeGreaterThan((badly ?? 3) + 1);
    }
  });
});

describe('the likeness to a criterion', () => {
  const wanted = criterionRoots(criterionIn(rubric, 'cost_discipline'));

  it('is higher for words about the same', () => {
    const sentences = readSentences(
      'We saved a third of what it would have cost. The meeting was on a boat.',
    );
    const [cost = 0, boat = 0] = sentenceLikeness(sentences, wanted, generic.rarity);
    expect(cost).toBeGreaterThan(boat);
  });

  it('earns nothing by length: the same sentence twice is as alike as once', () => {
    const once = readSentences('We saved a third of what it would have cost.');
    const twice = readSentences(
      'We saved a third of what it would have cost. We saved a third of what it would have cost.',
    );
    const [one, two] = [once, twice].map((each) =>
      likenessOf(sentenceLikeness(each, wanted, generic.rarity)),
    );
    expect(two).toBeCloseTo(one ?? 0, 10);
  });

  it('moves which sentence is shown, among those that carry as much', () => {
    const carries = Float64Array.from({ length: 16 }, () => 1);
    const [less = 0, more = 0] = carriedByOwn([carries, carries], [0.1, 0.4]);
    expect(more).toBeGreaterThan(less);
  });
});
