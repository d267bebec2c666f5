import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { openDatabase } from '#lib/db/client.ts';
import { newestMigration } from '#lib/db/newest-migration.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { checkReadiness } from '#lib/services/check-readiness.ts';
import { beginStopping, refuseWhileStopping } from '#lib/services/stopping.ts';
import { temporaryFolder } from '#tests/support/world.ts';

afterEach(() => {
  globalThis.barRaiserIsStopping = undefined;
});

async function open() {
  const database = await openDatabase({ url: `file:${temporaryFolder()}/ready.db` });
  onTestFinished(() => database.$client.close());
  return { database, library: loadLibrary() };
}

test('a process is ready when its store answers with all migrations and the library is there', async () => {
  const context = await open();
  expect(await checkReadiness(async () => context)).toBeNull();
  expect(
    await checkReadiness(async () => ({ ...context, library: { ...context.library, scenarios: [] } })),
  ).toBe('library_empty');
});

test('a store that lacks the newest migration is not ready, one that is ahead is', async () => {
  const context = await open();
  const client = context.database.$client;
  await client.execute(
    `update __drizzle_migrations set created_at = created_at + 1 where created_at = ${newestMigration()}`,
  );
  expect(await checkReadiness(async () => context)).toBeNull();
  await client.execute(`delete from __drizzle_migrations where created_at >= ${newestMigration()}`);
  expect(await checkReadiness(async () => context)).toBe('store_not_migrated');
});

test('a store that fails, that does not answer, or that is still being opened is said as such', async () => {
  const context = await open();
  await context.database.$client.execute('drop table __drizzle_migrations');
  expect(await checkReadiness(async () => context)).toBe('store_failed');
  expect(
    await checkReadiness(() => Promise.reject(new BarRaiserError('store_failed', 'It cannot be opened.'))),
  ).toBe('store_failed');
  const { database, library } = await open();
  vi.spyOn(database, 'get').mockReturnValue(new Promise(() => {}) as never);
  expect(await checkReadiness(async () => ({ database, library }))).toBe('store_slow');
  expect(await checkReadiness(() => new Promise(() => {}))).toBe('starting');
});

test('a process that ends is not ready and begins nothing', async () => {
  const context = await open();
  refuseWhileStopping();
  beginStopping();
  expect(await checkReadiness(async () => context)).toBe('shutting_down');
  expect(() => refuseWhileStopping()).toThrow(expect.objectContaining({ code: 'shutting_down' }));
});
