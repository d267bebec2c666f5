import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '#tests/e2e/support/server.ts';
import { playFuzz } from '#tests/support/fuzz/play.ts';
import { withoutLimits } from '#tests/support/without-limits.ts';

test('no request is answered by a fault of the server or with a trace of its insides', {
  timeout: 180_000,
}, async () => {
  const server = await startServer(withoutLimits);
  onTestFinished(() => server.remove());
  // `npm run fuzz` sends 20,000 of them.
  const { problems, statuses } = await playFuzz(server.address, { seed: 7, count: 400 });
  expect(problems).toEqual([]);
  // They must get past the first check, or the test shows nothing.
  expect(statuses[200] ?? 0).toBeGreaterThan(50);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
});
