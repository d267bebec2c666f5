import { expect, test } from 'vitest';
import { isRouterState } from '#lib/http/router-state.ts';

const encoded = (state: unknown) => encodeURIComponent(JSON.stringify(state));
const page = [
  '',
  { children: ['study', { children: ['__PAGE__', {}, null, null, 0] }, null, null] },
  null,
  'refetch',
  16,
];

test('what a page writes is a router state', () => {
  expect(isRouterState(encoded(page))).toBe(true);
  expect(isRouterState(encoded(['', { children: [['id', 'a', 'd', null], {}] }]))).toBe(true);
  expect(isRouterState(encoded(['', { children: [['id', 'a', 'd'], {}] }]))).toBe(false);
});

test.for([
  '',
  '%00',
  '%ff',
  "' or 1=1 --",
  '[]',
  '{}',
  'null',
  '["",{"children":[1,{}]}]',
  '["",{},"x"]',
  '['.repeat(30_000),
])('%s is none', (value) => {
  expect(isRouterState(value)).toBe(false);
});
