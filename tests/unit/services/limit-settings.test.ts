import { expect, test } from 'vitest';
import { limitSentence } from '#lib/domain/limits.ts';
import { readLimits } from '#lib/services/limit-settings.ts';

test('limits have defaults, 0 switches one off, and a blank variable is none', () => {
  expect(readLimits({})).toEqual({
    turns: 30,
    drillAnswers: 60,
    interviews: 100,
    exports: 20,
    owners: 500,
    signInLinks: 5,
    transcriptions: 40,
    sentencesAloud: 60,
    assessmentsAtOnce: 4,
  });
  expect(readLimits({ LIMIT_TURNS_MINUTE: '0', LIMIT_OWNERS_HOUR: ' ' })).toMatchObject({
    turns: 0,
    owners: 500,
  });
});

test.for(['-1', 'many', '1.5', 'Infinity'])('the limit %s is refused by name', (value) => {
  expect(() => readLimits({ LIMIT_INTERVIEWS_DAY: value })).toThrowError(
    expect.objectContaining({
      code: 'bad_request',
      message: expect.stringContaining('LIMIT_INTERVIEWS_DAY'),
    }),
  );
});

test.for([
  [1, '1 second.'],
  [90, '90 seconds.'],
  [91, '2 minutes.'],
  [5400, '90 minutes.'],
  [5401, '2 hours.'],
] as const)('a wait of %i seconds is said as %s', ([seconds, words]) => {
  expect(limitSentence('interviews', 100, seconds)).toBe(
    `More than 100 interviews in a day are not started. Please try again in ${words}`,
  );
});
