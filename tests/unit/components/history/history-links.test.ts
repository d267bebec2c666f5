import { expect, test } from 'vitest';
import { historyHref, isNarrowed } from '#components/history/history-links.ts';
import { historyQuerySchema } from '#lib/http/history-query.ts';

test('an address holds what is set, and reads back as the same', () => {
  const filter = {
    principle: 'dive-deep',
    level: 'senior',
    vote: 'none',
    engine: 'openai:gpt x/1',
    from: '2026-01-05',
    page: 2,
  } as const;
  const query = new URL(historyHref(filter), 'http://localhost').searchParams;
  expect(historyQuerySchema.parse(Object.fromEntries(query))).toEqual(filter);
  expect(historyHref({ page: 1, engine: undefined })).toBe('/history');
});

test('what an address cannot mean is left out, and the empty fields of a form as well', () => {
  const stale = { principle: 'gone', level: '', vote: 'maybe', from: '2026-13-45', page: '-1', question: '' };
  const { page, ...filter } = historyQuerySchema.parse(stale);
  expect(page).toBe(1);
  expect(isNarrowed(filter)).toBe(false);
});
