import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { criteriaOf } from '#lib/domain/rubric.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { expectedScores, readAnswer } from '#lib/engines/embedded/answer-model.ts';
import { asDictated } from '#lib/engines/embedded/dictated.ts';
import { readWeights } from '#lib/engines/embedded/weights.ts';

const { model } = readWeights();
const labelled = loadLibrary().scenarios.slice(0, 4);

describe('asDictated', () => {
  it('drops the marks and keeps the figures', () => {
    expect(asDictated('It fell from 3.5 % to 1,200 - then (on Monday) it rose. "Why?"\n\nNobody knew.')).toBe(
      'it fell from 3.5 % to 1,200 then on monday it rose why nobody knew',
    );
  });
});

describe('readAnswer', () => {
  it.each(labelled)('makes nearly the same of $id when it is dictated', (scenario) => {
    const told = publishedExample(scenario);
    const criteria = criteriaOf(scenario.principle);
    const scores = (text: string) => expectedScores(readAnswer(text, model).summary, model, criteria);
    const dictated = scores(asDictated(told));
    const apart = Object.entries(scores(told)).map(([id, score]) =>
      Math.abs(score - (Object.entries(dictated).find(([other]) => other === id)?.[1] ?? Number.NaN)),
    );
    expect(apart).toHaveLength(10);
    expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(0.35);
    expect(Math.max(...apart)).toBeLessThan(1.5);
  });
});
