import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { criterionSchema, labelledCriteria, scores } from '#lib/domain/rubric.ts';

const { rubric } = loadLibrary();
const sentences = (text: string) => text.match(/[.!?](?=\s|$)/g)?.length ?? 0;

it('describes every criterion once, under a name of its own', () => {
  expect(rubric.criteria.map(({ id }) => id).toSorted()).toEqual(criterionSchema.options.toSorted());
  expect(new Set(rubric.criteria.map(({ name }) => name)).size).toBe(rubric.criteria.length);
});

it('keeps the criteria in the order of the principles, and those with rated answers first', () => {
  expect(rubric.criteria.map(({ id }) => id)).toEqual(criterionSchema.options);
  expect(criterionSchema.options.slice(0, labelledCriteria.length)).toEqual(labelledCriteria);
  expect(labelledCriteria).toHaveLength(16);
});

describe.each(rubric.criteria)('$id', ({ anchors, reading, unknown, next, questions }) => {
  it('tells its four scores apart', () => {
    expect(new Set(scores.map((score) => anchors[score])).size).toBe(4);
    expect(new Set(scores.map((score) => reading[score])).size).toBe(4);
  });

  it.each(scores)('reads score %i as one sentence about the candidate, quoting nobody', (score) => {
    expect(reading[score]).toMatch(/^The candidate/);
    expect(sentences(reading[score])).toBe(1);
    expect(reading[score]).not.toMatch(/["“”]/);
  });

  it('says in one sentence what stays unknown', () => {
    expect(unknown).toMatch(/^Nobody asked .* not known/);
    expect(sentences(unknown)).toBe(1);
  });

  it('tells the person what to say next, and never speaks about them', () => {
    for (const needs of [next[1], next[2], next[3]]) {
      expect(needs).toMatch(/^(Say|Name|Put|Give|Take|Tell|Describe|Lead|Replace|For each)\b/);
      expect(needs).not.toMatch(/the candidate/i);
    }
  });

  it('has a question for the gap and three more to dig with', () => {
    expect(questions.length).toBeGreaterThanOrEqual(4);
  });
});
