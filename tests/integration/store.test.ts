import { expect, test } from 'vitest';
import { openDatabase } from '#lib/db/client.ts';
import { appendEvent, readEvents } from '#lib/db/events.ts';
import { findInterview } from '#lib/db/interviews.ts';
import { openLog, summaryOf } from '#lib/services/interview-log.ts';
import { createWorld, started, temporaryFolder } from '#tests/support/world.ts';

test('processes that start together on a new file all find their tables', async () => {
  const url = `file:${temporaryFolder()}/new/folder/together.db`;
  const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url })));
  for (const database of databases) {
    expect(await findInterview(database, { id: 'x', ownerId: 'y' })).toBeNull();
    database.$client.close();
  }
});

test('the store writes ahead, syncs at checkpoints and overwrites what is deleted', async () => {
  const { database } = await createWorld().open();
  const pragma = async (name: string) => (await database.$client.execute(`PRAGMA ${name}`)).rows[0]?.[name];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(1);
  expect(await pragma('secure_delete')).toBe(1);
  expect(await pragma('foreign_keys')).toBe(1);
});

test('of two appends that expect the same sequence one is stored and the other told so', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  const id = await started(one);
  const { state, length } = await openLog(one, id);
  const append = (context: typeof one, clientTurnId: string) =>
    appendEvent(context.database, {
      interviewId: id,
      sequence: length + 1,
      event: { type: 'answered', at: 1, turnId: 't2', clientTurnId, text: 'Hello.', spokenSeconds: null },
      summary: summaryOf(state, clientTurnId === 'a' ? 111 : 222),
    });
  expect(await append(one, 'a')).toBe('stored');
  expect(await append(other, 'b')).toBe('outrun');
  expect((await readEvents(one.database, id)).at(-1)).toMatchObject({ clientTurnId: 'a' });
  expect((await findInterview(one.database, { id, ownerId: 'owner-1' }))?.updatedAt).toBe(111);
});

test('a client turn id is stored once in an interview, whatever its sequence', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  const { state, length } = await openLog(context, id);
  const append = (sequence: number) =>
    appendEvent(context.database, {
      interviewId: id,
      sequence,
      event: {
        type: 'answered',
        at: 1,
        turnId: 't2',
        clientTurnId: 'a',
        text: 'Hello.',
        spokenSeconds: null,
      },
      summary: summaryOf(state, 1),
    });
  expect(await append(length + 1)).toBe('stored');
  expect(await append(length + 2)).toBe('outrun');
});

test('an error of the store names its code and holds none of what was said', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  const { state, length } = await openLog(context, id);
  await context.database.$client.execute('DROP TABLE events');
  const failed = appendEvent(context.database, {
    interviewId: id,
    sequence: length + 1,
    event: {
      type: 'answered',
      at: 1,
      turnId: 't2',
      clientTurnId: 'a',
      text: 'My secret.',
      spokenSeconds: null,
    },
    summary: summaryOf(state, 1),
  });
  const error: unknown = await failed.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'store_failed', cause: { message: 'SQLITE_ERROR' } });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('My secret');
});
