import { expect, test } from 'vitest';
import { againstTargets, carriedTargets } from '#evals/training/sentence-targets.ts';
import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';

const text = 'I thought it was wrong. I told Jonas over lunch. To the director I said nothing.';
const sentences = readSentences(text);
const dissent = modelCriteria.indexOf('dissent');
const lessons = ({ targets, weights }: ReturnType<typeof carriedTargets>) =>
  sentences.map((_, index) => {
    const at = index * modelCriteria.length + dissent;
    return [targets[at], weights[at]];
  });

test('the sentence of the evidence carries its score; those beside it teach little', () => {
  const gold = { scores: { dissent: 2 }, evidence: { dissent: 'I told Jonas over lunch' } };
  expect(lessons(carriedTargets(text, sentences, gold))).toEqual([
    [0, 0.25],
    [2, 3],
    [0, 0.25],
  ]);
});

test('every sentence of an answer scored 0 carries nothing, and one scored without a quote teaches nothing', () => {
  expect(lessons(carriedTargets(text, sentences, { scores: { dissent: 0 } }))).toEqual(Array(3).fill([0, 1]));
  expect(lessons(carriedTargets(text, sentences, { scores: { dissent: 2 } }))).toEqual(Array(3).fill([0, 0]));
});

test('counter-evidence speaks against a criterion by what its score lacks', () => {
  const counter = { dissent: ['I told Jonas over lunch', 'To the director I said nothing'] };
  expect(lessons(againstTargets(text, sentences, { scores: { dissent: 0 } }, counter))).toEqual([
    [0, 0.25],
    [3, 3],
    [3, 3],
  ]);
  expect(lessons(againstTargets(text, sentences, { scores: { dissent: 1 } }, counter))[1]).toEqual([2, 3]);
});

test('nothing in an answer scored 3 speaks against it; a low score nobody read for counter-evidence teaches nothing', () => {
  expect(lessons(againstTargets(text, sentences, { scores: { dissent: 3 } }, undefined))).toEqual(
    Array(3).fill([0, 1]),
  );
  expect(lessons(againstTargets(text, sentences, { scores: { dissent: 0 } }, undefined))).toEqual(
    Array(3).fill([0, 0]),
  );
  expect(lessons(againstTargets(text, sentences, { scores: { dissent: 0 } }, {}))).toEqual(
    Array(3).fill([0, 0.25]),
  );
});
