import { expect, test } from 'vitest';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { buildReport } from '#lib/domain/report.ts';
import { reportSchema } from '#lib/domain/report-schema.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import { debrief, type Reading, story, TestInterview } from '#tests/support/domain-fixtures.ts';

const allBut = (criterion: Criterion, value: number) => (other: Criterion) =>
  other === criterion ? value : 3;

test('a report fits its schema and names what carried it', () => {
  const report = debrief({ expected: () => 3, rating: () => 2 }, ['One.', 'Two.', 'Three.']);
  expect(reportSchema.parse(report)).toEqual(report);
  expect(report.cons).toEqual([]);
  expect(report.unknowns).toEqual([]);
  expect(report.pros).toHaveLength(5);
  expect(report.weakest).toBeNull();
  expect(report.votes.sde1.vote).toBe('strong_hire');
});

test('what is absent and was never asked is unknown; once asked and still absent it is a con', () => {
  const never = debrief({ expected: allBut('metric', 0), rating: () => 0 }, []);
  const interview = debrief({ expected: allBut('metric', 0), rating: () => 0 }, [
    'It went better.',
    'Much better.',
  ]);
  expect(never.unknowns.map(({ criterion }) => criterion)).toEqual(['metric']);
  expect(never.unknowns[0]?.asked).toBeNull();
  expect(interview.unknowns).toEqual([]);
  expect(interview.cons.map(({ criterion }) => criterion)).toEqual(['metric']);
  expect(interview.cons[0]?.asked?.question).toBe(interview.probes.at(-1)?.question);
});

test("what the candidate's own words speak against is a con with those words, asked or not", () => {
  const report = debrief(
    { expected: allBut('dissent', 0), rating: () => 0, against: (criterion) => criterion === 'dissent' },
    [],
  );
  expect(report.unknowns).toEqual([]);
  expect(report.cons.map(({ criterion, asked }) => [criterion, asked])).toEqual([['dissent', null]]);
  const spoken = report.criteria.find(({ criterion }) => criterion === 'dissent')?.against ?? [];
  expect(spoken).toHaveLength(1);
  expect(story).toContain(spoken[0]?.quote);
  expect(report.cons[0]?.evidence[0]).toEqual(spoken[0]);
});

test('a report made before words against a score were kept still reads, with none', () => {
  const report = debrief({ expected: () => 2, rating: () => 1 }, []);
  const older = { ...report, criteria: report.criteria.map(({ against: _, ...entry }) => entry) };
  expect(reportSchema.parse(older)).toEqual(report);
});

test('declining does not take back what was said: words against a criterion stay a con', () => {
  const reading: Reading = {
    expected: allBut('metric', 0),
    rating: () => 0,
    refused: () => true,
    against: (criterion) => criterion === 'metric',
  };
  const report = debrief(reading, ["I'd rather not say.", 'No.']);
  expect(report.unknowns).toEqual([]);
  expect(report.cons.map(({ criterion }) => criterion)).toEqual(['metric']);
  expect(report.cons[0]?.asked).not.toBeNull();
});

test('what was asked and declined is unknown, and says so', () => {
  const reading: Reading = { expected: allBut('metric', 0), rating: () => 0, refused: () => true };
  const report = debrief(reading, ["I'd rather not say.", 'No.']);
  expect(report.closedBecause).toBe('refused');
  expect(report.unknowns[0]?.text).toContain('gave no answer');
  expect(report.probes[0]?.why).toContain('not answered');
});

test('the vote after probing and the vote from the first answer are both shown', () => {
  const reading: Reading = {
    expected: (criterion) => (criterion === 'ownership' ? 0.4 : 1.9),
    rating: () => 2,
    replyExpected: 3,
  };
  const report = debrief(reading, [
    'I did.',
    'I wrote it.',
    'I asked.',
    'I ran it.',
    'I sent it.',
    'I saw it.',
  ]);
  const order = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'];
  expect(order.indexOf(report.votes.sde2.vote)).toBeGreaterThan(order.indexOf(report.firstVotes.sde2.vote));
  const ownership = report.criteria.find(({ criterion }) => criterion === 'ownership');
  expect(ownership?.firstScore).toBe(0);
  expect(ownership?.score).toBeGreaterThanOrEqual(2);
});

test('the weakest part is the section of what holds the vote back most, with a brief for saying it again', () => {
  const report = debrief({ expected: allBut('reflection', 0), rating: () => 0 }, [
    'Nothing much.',
    'Well.',
    'Hm.',
  ]);
  expect(report.weakest).toMatchObject({ section: 'reflection' });
  expect(report.weakest?.brief).not.toBe('');
  expect(report.weakest?.targetSeconds).toBeGreaterThan(0);
});

test('no story is never a confident no', () => {
  const report = debrief({ expected: () => 0, rating: () => 0, extra: { flags: ['no_story'] } }, [
    'Still none.',
  ]);
  expect(report.votes.sde2.vote).toBe('not_enough_evidence');
  expect(report.summary).toContain('not enough evidence');
  expect(report.pace).toBeNull();
  expect(report.cons).toEqual([]);
});

test('two statements that do not fit are a con of their own, with both quotes', () => {
  const quote = (words: string) => ({
    turnId: 'c2',
    quote: words,
    start: story.indexOf(words),
    end: story.indexOf(words) + words.length,
  });
  const contradictions = [{ about: 'the counts', first: quote('In March'), second: quote('brought counts') }];
  const report = debrief({ expected: () => 2, rating: () => 1, extra: { contradictions } }, []);
  expect(report.cons.find(({ criterion }) => criterion === null)).toMatchObject({
    text: 'Two statements about the counts do not fit together.',
    evidence: [{ quote: 'In March' }, { quote: 'brought counts' }],
  });
});

test('a solid answer without a weak spot is told what would make it stronger, and which vote is near', () => {
  const { summary, votes } = debrief({ expected: allBut('impact', 2), rating: () => 1 }, [], 'senior');
  expect(summary).toContain('What would make it stronger: impact.');
  const near = votes.senior.closeTo;
  expect(summary.includes(', close to ')).toBe(near !== null);
});

test('an interview that goes on has no report', () => {
  const interview = new TestInterview();
  interview.say(story, { expected: () => 1, rating: () => 1 });
  const { state, context } = interview;
  expect(() => state.assessment && buildReport(state, state.assessment, context)).toThrow(BarRaiserError);
});
