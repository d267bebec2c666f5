import { describe, expect, it } from 'vitest';
import { readEvalData } from '#evals/suites/data.ts';
import { stratified } from '#evals/suites/stratified.ts';
import { isDev } from '#evals/training/data.ts';

const dev = readEvalData().labelled.filter(isDev);

describe('the stratified sample', () => {
  it('holds every question and every vote nearly as often as any other, and the same answers every time', () => {
    const sample = stratified(dev, 32);
    const kinds = Map.groupBy(sample, ({ question, gold }) => `${question}/${gold.verdict.sde2}`);
    expect(kinds.size).toBe(16);
    expect(new Set([...kinds.values()].map((answers) => answers.length))).toEqual(new Set([2]));
    expect(stratified(dev, 32)).toEqual(sample);
    expect(new Set(sample.map(({ id }) => id)).size).toBe(32);
  });

  it('takes what there is', () => {
    expect(stratified(dev.slice(0, 5), 30)).toHaveLength(5);
  });
});
