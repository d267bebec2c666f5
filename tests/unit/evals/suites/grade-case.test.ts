import { describe, expect, it } from 'vitest';
import { brokenInGrade } from '#evals/suites/grade-case.ts';
import { criteriaOf } from '#lib/domain/rubric.ts';
import type { Grade } from '#lib/services/grade-answers.ts';

const criteria = criteriaOf('ownership');
const answer = 'I wrote the fix. Losses fell to zero.';
const input = {
  id: 1,
  question: 'ownership',
  answer,
  followups: [{ probe: 'ownership.after', reply: 'It holds.' }],
};
const good: Grade = {
  id: 1,
  engine: 'test',
  scores: Object.fromEntries(criteria.map((criterion) => [criterion, criterion === 'metric' ? 2 : 0])),
  evidence: { metric: [{ quote: 'Losses fell', start: 17, end: 28 }] },
  verdict: { sde1: 'hire', sde2: 'no_hire', senior: 'no_hire' },
  probe_first: 'scope',
  followups: [1],
  flags: [],
};
const broken = (change: Partial<Grade>) => brokenInGrade({ ...good, ...change }, input, criteria);

describe('what must hold of every grade', () => {
  it('holds of a good one', () => {
    expect(broken({})).toEqual([]);
  });

  it.each<[string, Partial<Grade>, RegExp]>([
    [
      'a quote at another place',
      { evidence: { metric: [{ quote: 'Losses fell', start: 18, end: 29 }] } },
      /does not stand/,
    ],
    [
      'a quote that was never said',
      { evidence: { metric: [{ quote: 'We doubled', start: 0, end: 10 }] } },
      /does not stand/,
    ],
    ['an empty quote', { evidence: { metric: [{ quote: '', start: 0, end: 0 }] } }, /does not stand/],
    ['a score without a quote', { evidence: {} }, /without a quote/],
    [
      'a vote that rises with the level',
      { verdict: { sde1: 'no_hire', sde2: 'hire', senior: 'hire' } },
      /rise/,
    ],
    ['a vote without a story', { flags: ['no_story'] }, /no story/],
    ['a criterion of another question', { scores: { ...good.scores, dissent: 1 } }, /other criteria/],
    ['a gap of another question', { probe_first: 'dissent' }, /probe_first/],
    ['a reply without a place', { followups: [] }, /reply/],
  ])('fails %s', (_, change, fault) => {
    expect(broken(change).join('\n')).toMatch(fault);
  });

  it('takes a withheld score, and a reply that was not rated', () => {
    expect(broken({ scores: { ...good.scores, metric: null }, evidence: {}, followups: [null] })).toEqual([]);
  });
});
