import { expect, it, vi } from 'vitest';
import { newTurnId } from '#components/interview/new-turn-id.ts';

it('makes ids that differ, also where the page came over plain HTTP', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 500 }, newTurnId);
  vi.unstubAllGlobals();
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
