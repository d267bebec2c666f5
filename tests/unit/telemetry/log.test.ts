import { expect, test } from 'vitest';
import { formatLine, readLogSettings } from '#lib/telemetry/log.ts';

const line = {
  at: Date.UTC(2026, 0, 5, 9, 30, 15),
  level: 'info',
  event: 'request',
  fields: { id: 'a1', status: 200, code: null, ms: 1.5 },
} as const;

test('a line is one JSON object with its time first, or words for a terminal without what is not there', () => {
  expect(formatLine('json', line)).toBe(
    '{"time":"2026-01-05T09:30:15.000Z","level":"info","event":"request","id":"a1","status":200,"code":null,"ms":1.5}',
  );
  expect(formatLine('text', line)).toBe('09:30:15 info request id=a1 status=200 ms=1.5');
});

test('a value cannot begin a line of its own', () => {
  const fields = { id: 'x\n{"level":"error"}' };
  for (const format of ['json', 'text'] as const) {
    expect(formatLine(format, { ...line, fields }), format).not.toContain('\n');
  }
});

test.for([
  [{}, true, { format: 'text', level: 'info' }],
  [{}, false, { format: 'json', level: 'info' }],
  [{ LOG_FORMAT: 'json', LOG_LEVEL: 'debug' }, true, { format: 'json', level: 'debug' }],
  [{ LOG_FORMAT: 'yaml', LOG_LEVEL: 'loud' }, false, { format: 'json', level: 'info' }],
] as const)('%j at a terminal %s logs as %j', ([variables, terminal, settings]) => {
  expect(readLogSettings(variables, terminal)).toEqual(settings);
});
