import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '#lib/services/environment.ts';

test('without any variable the store is a file in ./data, and no model is used', () => {
  const data = path.resolve('data');
  expect(readEnvironment({ OPENAI_API_KEY: 'lies in the shell' })).toEqual({
    dataDirectory: data,
    databaseUrl: `file:${path.join(data, 'bar-raiser.db')}`,
    databaseAuthToken: undefined,
    ownerSecrets: undefined,
    trustedProxies: 0,
    retentionDays: 0,
    model: undefined,
  });
});

test('the database file moves with the data directory, and an empty variable is none', () => {
  const { databaseUrl, model } = readEnvironment({
    DATA_DIRECTORY: '/srv/words',
    DATABASE_URL: ' ',
    MODEL: '',
  });
  expect(databaseUrl).toBe('file:/srv/words/bar-raiser.db');
  expect(model).toBeUndefined();
});

test('several secrets may be given, each of them long', () => {
  const [one, other] = ['1'.repeat(32), '2'.repeat(40)];
  expect(readEnvironment({ OWNER_SECRET: ` ${one}, ${other} ` }).ownerSecrets).toEqual([one, other]);
  expect(readEnvironment({ OWNER_SECRET: ' ' }).ownerSecrets).toBeUndefined();
  for (const bad of [`${one},short`, `${one},`, ',']) {
    expect(() => readEnvironment({ OWNER_SECRET: bad }), bad).toThrowError(
      expect.objectContaining({ code: 'bad_request', message: expect.stringContaining('OWNER_SECRET') }),
    );
  }
});

test('a wrong variable is named', () => {
  expect(() => readEnvironment({ OWNER_SECRET: 'short' })).toThrowError(
    expect.objectContaining({ code: 'bad_request', message: expect.stringContaining('OWNER_SECRET') }),
  );
});
