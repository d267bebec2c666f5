import { beforeAll, describe, expect, test } from 'vitest';
import {
  type ReplayStep,
  replayTimeline,
  waitAtLeast,
  waitAtMost,
} from '#lib/domain/history/replay-timeline.ts';
import { buildLedger } from '#lib/domain/ledger.ts';
import { buildReport } from '#lib/domain/report.ts';
import { roundToScore } from '#lib/domain/rubric.ts';
import { story, TestInterview, testContext } from '#tests/support/domain-fixtures.ts';

let interview: TestInterview;
let steps: ReplayStep[];
beforeAll(() => {
  interview = new TestInterview('sde2', testContext());
  interview.say('Could you repeat that?', { expected: () => 1, rating: () => 2 }, 5);
  interview.say(story, { expected: (each) => (each === 'metric' ? 0 : 1.6), rating: () => 2 }, 200);
  interview.say('It fell from 6 to 0.2 percent.', { expected: () => 1.6, rating: () => 2 }, 30);
  steps = replayTimeline(interview.events, interview.context);
});

test('every turn is there once, in order, in its own words', () => {
  expect(steps.map(({ id, text }) => [id, text])).toEqual(
    interview.state.turns.map(({ id, text }) => [id, text]),
  );
});

test('the time is the real one, a long wait is shortened and its real length kept', () => {
  const answer = steps.find(({ text }) => text === story);
  const before = steps[steps.findIndex(({ text }) => text === story) - 1];
  expect(answer?.waited).toBe(200);
  expect((answer?.at ?? 0) - (before?.at ?? 0)).toBe(waitAtMost);
  const repeat = steps.find(({ text }) => text === 'Could you repeat that?');
  expect(repeat?.waited).toBe(5);
  const times = steps.map(({ at }) => at);
  expect(times.slice(1).every((at, index) => at - (times[index] ?? 0) >= waitAtLeast)).toBe(true);
});

describe('the ledger beside it', () => {
  test('is open before anything is said and ends as the interview’s own', () => {
    expect(steps[0]?.ledger.every(({ status, score }) => status === 'open' && score === 0)).toBe(true);
    const { assessment, turns } = interview.state;
    if (!assessment) throw new Error('Nothing was read.');
    expect(steps.at(-1)?.ledger).toMatchObject(
      buildLedger(assessment, turns).entries.map(({ criterion, status, value }) => ({
        criterion,
        status,
        score: roundToScore(value),
      })),
    );
  });

  test('moves only with what the candidate said, by words that stand there', () => {
    const moved = steps.filter(({ moved: each }) => each.length > 0);
    expect(moved.length).toBeGreaterThan(0);
    for (const { kind, moved: each } of moved) {
      expect(kind).toBe('candidate');
      for (const { quote } of each) {
        const source = steps.find(({ id }) => id === quote?.turnId);
        expect(source?.text.slice(quote?.start, quote?.end)).toBe(quote?.quote);
      }
    }
    expect(steps.find(({ text }) => text === 'Could you repeat that?')?.moved).toEqual([]);
  });

  test('differs from the one before exactly by what moved', () => {
    steps.forEach((step, index) => {
      const before = steps[index - 1]?.ledger ?? [];
      const changed = step.ledger.filter(
        ({ status, score }, at) => before[at] && (before[at].status !== status || before[at].score !== score),
      );
      expect(step.moved.map(({ criterion }) => criterion)).toEqual(changed.map(({ criterion }) => criterion));
    });
  });
});

test('a question about the story says why it was asked and what it aimed at', () => {
  const asked = steps.filter(({ question }) => question !== null);
  expect(asked.length).toBeGreaterThan(0);
  for (const { kind, question } of asked) {
    expect(kind).toBe('bar_raiser');
    expect(question?.reason).not.toBe('');
    expect(question?.aims.length).toBeGreaterThan(0);
  }
  expect(steps[0]?.question).toBeNull();
});

test('the last reading is shown at the end, with what it moved', () => {
  const held = new TestInterview('sde2', testContext());
  held.say(story, { expected: () => 1, rating: () => 2 });
  held.wait(5);
  held.add({ type: 'ended', at: held.state.lastAt + 5000 });
  held.speak();
  const { assessment, turns } = held.state;
  if (!assessment) throw new Error('Nothing was read.');
  const last = {
    ...assessment,
    criteria: assessment.criteria.map((each) =>
      each.criterion === 'metric' ? { ...each, expected: 2.2, score: 2 as const } : each,
    ),
  };
  const report = buildReport(held.state, last, held.context);
  held.add({ type: 'assessed', at: held.state.lastAt + 9000, report, assessment: last });
  const end = replayTimeline(held.events, held.context).at(-1);
  expect(turns.length).toBe(4);
  expect(end).toMatchObject({
    kind: 'last_reading',
    text: '',
    moved: [{ criterion: 'metric', to: { score: 2 } }],
  });
});
