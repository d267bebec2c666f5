import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filtered, type HistoryFilter, passes } from '#lib/domain/history/history-filter.ts';

const interview: Filtered = {
  principle: 'ownership',
  level: 'sde2',
  scenarioId: 'one',
  vote: null,
  engine: 'embedded',
  at: Date.UTC(2026, 0, 5, 23, 30),
};

test('nothing set lets everything through, and everything that fits passes', () => {
  expect(passes(interview, {}, 0)).toBe(true);
  const all: HistoryFilter = {
    principle: 'ownership',
    level: 'sde2',
    question: 'one',
    vote: 'none',
    engine: 'embedded',
    from: '2026-01-05',
    to: '2026-01-05',
  };
  expect(passes(interview, all, 0)).toBe(true);
});

test.each<HistoryFilter>([
  { principle: 'frugality' },
  { level: 'sde1' },
  { question: 'two' },
  { vote: 'hire' },
  { engine: 'openai:a' },
  { from: '2026-01-06' },
  { to: '2026-01-04' },
])('each part keeps out what does not fit it: %o', (filter) => {
  expect(passes(interview, filter, 0)).toBe(false);
});

test('the days are those of the person’s own calendar', () => {
  expect(passes(interview, { from: '2026-01-06' }, 60)).toBe(true);
  expect(passes(interview, { to: '2026-01-05' }, 60)).toBe(false);
});

test('to set one more thing never lets more through', () => {
  const filter = fc.record(
    {
      level: fc.constantFrom('sde1' as const, 'sde2' as const),
      vote: fc.constantFrom('none' as const, 'hire' as const),
      engine: fc.constantFrom('embedded', 'openai:a'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (some) => {
      if (passes(interview, { ...some, question: 'one' }, 0)) expect(passes(interview, some, 0)).toBe(true);
    }),
  );
});
