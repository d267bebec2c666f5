import { expect, test } from 'vitest';
import type { Assessment } from '#lib/domain/assessment.ts';
import { interviewScores } from '#lib/domain/interview-scores.ts';
import type { Move } from '#lib/domain/move.ts';
import type { Turn } from '#lib/domain/transcript.ts';
import { assessmentOf, type Reading, storyTold, testContext } from '#tests/support/domain-fixtures.ts';

const context = testContext();
const question = { reason: '', wording: 'What changed, in numbers?', followUpId: null, phrase: null };

function interview(move: Partial<Move> & { kind: 'gap' | 'contradiction' }, reading: Reading) {
  const asked = { ...question, aims: ['metric', 'impact'], ...move } as Move;
  const turns: Turn[] = [
    ...storyTold,
    { speaker: 'bar_raiser', id: 'b2', text: 'q2', at: 0, move: asked },
    {
      speaker: 'candidate',
      id: 'c2',
      text: 'From nine to two a week.',
      at: 0,
      spokenSeconds: null,
      role: 'reply',
      repliesTo: 'b2',
    },
  ];
  const assessment: Assessment = assessmentOf(turns, context, reading);
  const scores = interviewScores(assessment, turns);
  return (criterion: string) => scores.find((entry) => entry.criterion === criterion);
}

const absent = () => 0;

test('a strong reply raises what its question aimed at, with its own words as evidence', () => {
  const after = interview({ kind: 'gap' }, { expected: absent, rating: () => 2, replyExpected: 3 });
  expect(after('metric')).toMatchObject({ score: 3, expected: 3 });
  expect(after('metric')?.evidence[0]?.turnId).toBe('c2');
  expect(after('impact')?.score).toBe(3);
});

test('what spoke against a criterion in the story does so no longer once a reply has made it solid', () => {
  const against = () => true;
  const solid = interview({ kind: 'gap' }, { expected: absent, against, rating: () => 2, replyExpected: 3 });
  expect(solid('metric')?.against).toBeUndefined();
  const thin = interview({ kind: 'gap' }, { expected: absent, against, rating: () => 1, replyExpected: 1 });
  expect(thin('metric')).toMatchObject({ score: 1, against: [{ turnId: 'c1' }] });
});

test('a reply that disowns the work counts against the criterion in its own words', () => {
  const disowned = interview({ kind: 'gap' }, { expected: () => 3, rating: () => 0, disowns: () => true });
  expect(disowned('metric')).toMatchObject({ score: 1, against: [{ turnId: 'c2' }] });
});

test('words that were thin by themselves do not back what a reply has raised; solid ones do', () => {
  const thin = interview({ kind: 'gap' }, { expected: () => 1, rating: () => 2, replyExpected: 3 });
  expect(thin('metric')?.evidence.map(({ turnId }) => turnId)).toEqual(['c2']);
  const sound = interview({ kind: 'gap' }, { expected: () => 2, rating: () => 2, replyExpected: 3 });
  expect(sound('metric')?.evidence.map(({ turnId }) => turnId)).toEqual(['c2', 'c1']);
});

test('no other criterion moves', () => {
  const after = interview({ kind: 'gap' }, { expected: absent, rating: () => 2, replyExpected: 3 });
  expect(after('ownership')?.score).toBe(0);
  expect(after('durability')?.score).toBe(0);
});

test('a mixed reply raises to two at most', () => {
  const after = interview({ kind: 'gap' }, { expected: absent, rating: () => 1, replyExpected: 3 });
  expect(after('metric')?.expected).toBe(2);
});

test('a reply without scores of its own says by its rating how its first aim stands', () => {
  const after = interview({ kind: 'gap' }, { expected: absent, rating: () => 2, replyExpected: null });
  expect(after('metric')?.expected).toBe(2);
  expect(after('impact')?.expected).toBe(0);
});

test('a score the engine gave the reply is not lifted by its rating', () => {
  const after = interview({ kind: 'gap' }, { expected: absent, rating: () => 1, replyExpected: 0 });
  expect(after('metric')?.expected).toBe(0);
});

test('a weak reply changes nothing, and neither does a refusal', () => {
  const weak = interview({ kind: 'gap' }, { expected: () => 1, rating: () => 0, replyExpected: 3 });
  expect(weak('metric')?.expected).toBe(1);
  const refused = interview({ kind: 'gap' }, { expected: () => 1, rating: () => 2, refused: () => true });
  expect(refused('metric')?.expected).toBe(1);
});

test('disowning the work lowers what was asked about, and only that', () => {
  const after = interview({ kind: 'gap' }, { expected: () => 3, rating: () => 2, disowns: () => true });
  expect(after('metric')?.expected).toBe(1);
  expect(after('reflection')?.expected).toBe(3);
});

test('a contradiction that is not resolved lowers; one that is resolved does not', () => {
  const other = { turnId: 'c1', quote: 'In March', start: 0, end: 8 };
  const unresolved = interview({ kind: 'contradiction', other }, { expected: () => 3, rating: () => 0 });
  expect(unresolved('metric')?.expected).toBe(1);
  const resolved = interview({ kind: 'contradiction', other }, { expected: () => 3, rating: () => 2 });
  expect(resolved('metric')?.expected).toBe(3);
});

test('a better first answer is never lowered by a thinner reply', () => {
  const after = interview({ kind: 'gap' }, { expected: () => 3, rating: () => 1, replyExpected: 1 });
  expect(after('metric')?.expected).toBe(3);
});

test('a score that a reply has raised is no estimate any more; one that it left alone still is', () => {
  const asked: Move = { ...question, kind: 'gap', aims: ['metric'] };
  const told = { speaker: 'candidate', at: 0, spokenSeconds: null } as const;
  const turns: Turn[] = [
    ...storyTold,
    { speaker: 'bar_raiser', id: 'b2', text: 'q2', at: 0, move: asked },
    { ...told, id: 'c2', text: 'From nine to two a week.', role: 'reply', repliesTo: 'b2' },
  ];
  const read = assessmentOf(turns, context, { expected: () => 1, rating: () => 2 });
  const criteria = read.criteria.map((entry) => ({ ...entry, estimated: true as const }));
  const scores = interviewScores({ ...read, criteria }, turns);
  expect(scores.filter(({ estimated }) => !estimated).map(({ criterion }) => criterion)).toEqual(['metric']);
});
