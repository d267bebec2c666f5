import { expect, test } from 'vitest';
import { BarRaiserError, errorCodes } from '#lib/domain/errors.ts';
import { errorBody } from '#lib/http/fault.ts';
import { statusOf } from '#lib/http/status.ts';

test('every code of the closed set has an error status', () => {
  expect(Object.keys(statusOf).sort()).toEqual([...errorCodes].sort());
  for (const status of Object.values(statusOf)) expect(status).toBeGreaterThanOrEqual(400);
});

test('a known fault is told in its own words, an unknown one in ours', () => {
  const known = new BarRaiserError('not_found', 'There is no such interview.');
  expect(errorBody(known)).toEqual({ error: { code: 'not_found', message: 'There is no such interview.' } });
  const unknown = errorBody(new Error('Failed query: insert "My secret story"'));
  expect(unknown.error.code).toBe('internal');
  expect(unknown.error.message).not.toContain('secret');
});
