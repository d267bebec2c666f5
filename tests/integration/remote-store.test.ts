import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '#lib/db/client.ts';
import { appendEvent, readEvents } from '#lib/db/events.ts';
import { findInterview } from '#lib/db/interviews.ts';
import { newestMigration } from '#lib/db/newest-migration.ts';
import { isMigrated } from '#lib/db/readiness.ts';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { openLog, summaryOf } from '#lib/services/interview-log.ts';
import { takeTurn } from '#lib/services/take-turn.ts';
import { startHranaServer } from '#tests/support/hrana-server.ts';
import { Caller, runServer } from '#tests/support/running-server.ts';
import { createWorld, started, tellings, temporaryFolder } from '#tests/support/world.ts';

// Over a small server of the tests' own that speaks the protocol, not over sqld: see tests/support/hrana-server.ts.

// Whole processes' worth of migrations and readings, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

const story = tellings()[0]?.answer ?? '';

async function serve(token?: string) {
  const file = path.join(temporaryFolder(), 'remote.db');
  const server = await startHranaServer(file, token);
  onTestFinished(() => server.close());
  return { file, ...server };
}

/** A process of its own over the server. */
async function context(url: string) {
  const world = await createWorld().open();
  const database = await openDatabase({ url });
  onTestFinished(() => database.$client.close());
  return { ...world, database };
}

test('copies that start together over one server migrate it once', async () => {
  const { url, file } = await serve();
  const databases = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url })));
  for (const database of databases) {
    expect(await isMigrated(database, newestMigration())).toBe(true);
    database.$client.close();
  }
  const raw = new DatabaseSync(file);
  const twice = raw.prepare(
    'select created_at from __drizzle_migrations group by created_at having count(*) > 1',
  );
  expect(twice.all()).toEqual([]);
  expect(raw.prepare('select * from __migration_lock').all()).toEqual([]);
  raw.close();
});

test('a lock that a dead process left is taken over when its lease has run out', async () => {
  const { url, file } = await serve();
  const raw = new DatabaseSync(file);
  raw.exec(
    'create table __migration_lock (name text primary key, holder text not null, until integer not null)',
  );
  raw.exec("insert into __migration_lock values ('migrate', 'dead', unixepoch() + 2)");
  const asked = performance.now();
  const database = await openDatabase({ url });
  expect(performance.now() - asked).toBeGreaterThan(1000);
  expect(await isMigrated(database, newestMigration())).toBe(true);
  database.$client.close();
  raw.close();
});

test('of two copies that append to the same place one is told so, and an interview that is gone is gone', async () => {
  const { url } = await serve();
  const [one, other] = [await context(url), await context(url)];
  const id = await started(one);
  const { state, length } = await openLog(one, id);
  const append = (of: typeof one, clientTurnId: string, sequence = length + 1, interviewId = id) =>
    appendEvent(of.database, {
      interviewId,
      sequence,
      event: { type: 'answered', at: 1, turnId: 't2', clientTurnId, text: 'Hello.', spokenSeconds: null },
      summary: summaryOf(state, clientTurnId === 'a' ? 111 : 222),
    });
  expect(await append(one, 'a')).toBe('stored');
  expect(await append(other, 'b')).toBe('outrun');
  expect(await append(other, 'a', length + 2)).toBe('outrun');
  expect(await append(other, 'c', 1, 'no-such-interview')).toBe('gone');
  expect((await findInterview(one.database, { id, ownerId: 'owner-1' }))?.updatedAt).toBe(111);
  expect(await readEvents(one.database, id)).toHaveLength(length + 1);
});

test('a turn that is sent to two copies at once is taken once and answered alike', async () => {
  const { url } = await serve();
  const [one, other] = [await context(url), await context(url)];
  const interviewId = await started(one);
  const input = { interviewId, clientTurnId: 'twice', text: story };
  const replies = await Promise.all(
    [one, other].map(async (copy) => {
      let said = '';
      for await (const part of await takeTurn({ context: copy, input })) {
        if (part.type === 'text') said += part.delta;
      }
      return said;
    }),
  );
  expect(replies[0]).toBe(replies[1]);
  const view = await getInterview({ context: one, input: { interviewId } });
  expect(view.turns.map(({ speaker }) => speaker)).toEqual(['bar_raiser', 'candidate', 'bar_raiser']);
});

test('a store that is being written to by somebody else is waited for, but not for ever', {
  timeout: 30_000,
}, async () => {
  const { url, file } = await serve();
  const copy = await context(url);
  const id = await started(copy);
  const blocker = new DatabaseSync(file);
  blocker.exec('begin immediate');
  const released = setTimeout(() => blocker.exec('commit'), 1500);
  onTestFinished(() => clearTimeout(released));
  const asked = performance.now();
  const parts = await takeTurn({ context: copy, input: { interviewId: id, clientTurnId: 'a', text: story } });
  expect(performance.now() - asked).toBeGreaterThan(1000);
  expect((await Array.fromAsync(parts)).map(({ type }) => type)).toContain('end');
  blocker.exec('begin immediate');
  const input = { interviewId: id, clientTurnId: 'b', text: 'I did it.' };
  await expect(takeTurn({ context: copy, input })).rejects.toMatchObject({ code: 'store_failed' });
  blocker.exec('rollback');
  blocker.close();
});

test('a whole interview is held over a server that asks for a token', { timeout: 120_000 }, async () => {
  const { url, requests } = await serve('let-me-in');
  const server = await runServer({
    DATA_DIRECTORY: temporaryFolder(),
    DATABASE_URL: url,
    DATABASE_AUTH_TOKEN: 'let-me-in',
    OWNER_SECRET: 'a secret that all copies of a test share',
  });
  const caller = new Caller(server.address);
  expect((await caller.send('GET', '/readyz')).status).toBe(200);
  const where = await caller.start();
  const body = { clientTurnId: 'one', text: story };
  expect(await (await caller.send('POST', `${where}/turns`, body)).text()).toContain('"type":"finish"');
  await (await caller.send('POST', `${where}/end`, {})).text();
  expect((await caller.send('POST', `${where}/self-vote`, { skip: true })).status).toBe(204);
  expect((await caller.send('GET', `${where}/report`)).status).toBe(200);
  const view = interviewViewSchema.parse(await (await caller.send('GET', where)).json());
  expect(view.phase.phase).toBe('assessed');
  expect(requests()).toBeGreaterThan(20);
});
