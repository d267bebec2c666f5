import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#lib/db/client.ts';
import { deleteOwner } from '#lib/db/delete-owner.ts';
import { deleteInterview } from '#lib/db/interviews.ts';
import { mergeOwner } from '#lib/db/merge-owner.ts';
import { ownerTables } from '#lib/db/owned.ts';
import { countOwnerRows } from '#lib/db/owner-rows.ts';
import {
  drillAnswers,
  owners,
  practiceDays,
  sessions,
  studyMarks,
  usage,
  users,
  verifications,
} from '#lib/db/schema.ts';
import { insertUsage, sumUsage } from '#lib/db/usage.ts';
import { keepHouse } from '#lib/services/housekeeping.ts';
import { fillOwner, secretWords } from '#tests/support/owner-data.ts';
import { createWorld } from '#tests/support/world.ts';

const at = Date.UTC(2026, 0, 5, 12);
const day = 24 * 60 * 60_000;
const times = (count: number, names: readonly string[] = Object.keys(ownerTables)) =>
  Object.fromEntries(names.map((name) => [name, count]));
const one = times(1);
const none = times(0);
const openDatabase = async () => (await createWorld().open()).database;

async function account(database: Database, id: string, when = at): Promise<void> {
  const moment = new Date(when);
  await database.insert(users).values({
    id,
    name: 'Ada',
    email: `${id}@example.org`,
    emailVerified: true,
    createdAt: moment,
    updatedAt: moment,
  });
}

test('all that an owner has goes along to another, and the first owner is no more', async () => {
  const database = await openDatabase();
  await fillOwner(database, { ownerId: 'anonymous', at, tag: 'one' });
  await fillOwner(database, { ownerId: 'other', at, tag: 'two' });
  await mergeOwner(database, { from: 'anonymous', to: 'account-1', at });
  expect(await countOwnerRows(database, 'account-1')).toEqual(one);
  expect(await countOwnerRows(database, 'anonymous')).toEqual(none);
  expect(await countOwnerRows(database, 'other')).toEqual(one);
  expect(await database.select().from(owners).where(eq(owners.id, 'anonymous'))).toEqual([]);
  for (const table of ['events', 'loop_events', 'story_versions', 'story_uses']) {
    expect(await database.all(sql.raw(`select count(*) as n from ${table}`)), table).toEqual([{ n: 2 }]);
  }
});

test('what both have is made one: the first reading, the last review, the sum of a day', async () => {
  const database = await openDatabase();
  await fillOwner(database, { ownerId: 'account-1', at, tag: 'same', lastReview: at + 5 });
  await fillOwner(database, { ownerId: 'anonymous', at: at - 1000, tag: 'same', lastReview: at + 9 });
  await fillOwner(database, { ownerId: 'third', at: at + 1000, tag: 'same', lastReview: at + 2 });
  await mergeOwner(database, { from: 'anonymous', to: 'account-1', at });
  await mergeOwner(database, { from: 'third', to: 'account-1', at });
  expect(await countOwnerRows(database, 'account-1')).toEqual({
    ...times(3),
    ...times(1, ['studyMarks', 'drillCards', 'practiceDays']),
  });
  expect(await database.select({ at: studyMarks.at }).from(studyMarks)).toEqual([{ at: at - 1000 }]);
  expect(await database.all(sql`select json_extract(card, '$.lastReview') as last from drill_cards`)).toEqual(
    [{ last: at + 9 }],
  );
  const days = await database
    .select({ n: practiceDays.exercises, s: practiceDays.seconds })
    .from(practiceDays);
  expect(days).toEqual([{ n: 6, s: 180 }]);
});

test('an answer that both have is the same answer, and merging fails as a whole or not at all', async () => {
  const database = await openDatabase();
  await fillOwner(database, { ownerId: 'account-1', at, tag: 'one' });
  await fillOwner(database, { ownerId: 'anonymous', at, tag: 'two' });
  await database.insert(drillAnswers).values({
    ownerId: 'anonymous',
    id: 'a-account-1',
    exerciseId: 'one',
    at,
    answer: {},
  });
  await mergeOwner(database, { from: 'anonymous', to: 'account-1', at });
  expect((await countOwnerRows(database, 'account-1')).drillAnswers).toBe(2);
  await database.run(
    sql`create trigger no_delete before delete on owners begin select raise(abort, 'no'); end`,
  );
  await fillOwner(database, { ownerId: 'late', at, tag: 'three' });
  await expect(mergeOwner(database, { from: 'late', to: 'account-1', at })).rejects.toMatchObject({
    code: 'store_failed',
  });
  expect(await countOwnerRows(database, 'late')).toEqual(one);
});

test('an owner who is deleted leaves nothing: no row, no word in the files; only nameless costs', async () => {
  const world = createWorld();
  const { database } = await world.open();
  await fillOwner(database, { ownerId: 'account-1', at, tag: 'one' });
  await account(database, 'account-1');
  await fillOwner(database, { ownerId: 'other', at, tag: 'two' });
  const folder = path.dirname(fileURLToPath(world.url.replace('file:', 'file://')));
  const words = () =>
    readdirSync(folder).map(
      (file) => readFileSync(path.join(folder, file)).toString('latin1').split(secretWords).length - 1,
    );
  const before = words().reduce((sum, count) => sum + count, 0);
  expect(before).toBeGreaterThan(0);
  await deleteOwner(database, 'other');
  await deleteOwner(database, 'account-1');
  expect(await countOwnerRows(database, 'account-1')).toEqual(none);
  expect(await database.select().from(users)).toEqual([]);
  expect(await database.select().from(owners)).toEqual([]);
  const spent = await database
    .select({ i: usage.interviewId, o: usage.ownerId, t: usage.inputTokens })
    .from(usage);
  expect(spent).toEqual([
    { i: null, o: null, t: 70 },
    { i: null, o: null, t: 70 },
  ]);
  for (const table of ['events', 'loop_events', 'story_versions', 'story_uses']) {
    expect(await database.all(sql.raw(`select * from ${table}`)), table).toEqual([]);
  }
  expect(words().every((count) => count === 0)).toBe(true);
});

test("what an owner spent today counts over deleted interviews and over signing in, and nobody else's does", async () => {
  const { database } = await createWorld().open();
  await fillOwner(database, { ownerId: 'anonymous', at, tag: 'one' });
  await fillOwner(database, { ownerId: 'other', at, tag: 'two' });
  const spentBy = async (interviewId: string, since = at) =>
    (await sumUsage(database, { ownerOf: interviewId, since })).tokens;
  expect(await spentBy('i-anonymous')).toBe(100);
  expect(await spentBy('i-anonymous', at + 1)).toBe(0);
  await fillOwner(database, { ownerId: 'account-1', at, tag: 'three' });
  await deleteInterview(database, { id: 'i-anonymous', ownerId: 'anonymous' });
  await mergeOwner(database, { from: 'anonymous', to: 'account-1', at });
  expect(await spentBy('i-account-1')).toBe(200);
  await insertUsage(database, {
    at,
    interviewId: 'i-account-1',
    purpose: 'speech',
    model: 'openai:x',
    prompt: { id: 'p', version: 1, hash: 'h' },
    inputTokens: 1,
    outputTokens: 2,
    cachedInputTokens: null,
    counted: true,
    estimatedCost: null,
    milliseconds: 1,
    outcome: 'completed',
  });
  expect(await spentBy('i-account-1')).toBe(203);
  expect(await spentBy('i-other')).toBe(100);
});

test('retention deletes what nobody touched for so long, and the owners who have nothing left', async () => {
  const open = await createWorld().open();
  const { database } = open;
  await fillOwner(database, { ownerId: 'gone', at: at - 31 * day, tag: 'one' });
  await fillOwner(database, { ownerId: 'stays', at: at - 29 * day, tag: 'two' });
  await account(database, 'account-idle', at - 40 * day);
  await account(database, 'account-new', at - day);
  const context = { ...open, clock: () => at, retentionDays: 30 };
  expect(await keepHouse({ context, input: { occasion: 'start' } })).toBe(true);
  expect(await countOwnerRows(database, 'gone')).toEqual(none);
  expect(await countOwnerRows(database, 'stays')).toEqual(one);
  expect(await database.select({ id: owners.id }).from(owners)).toEqual([{ id: 'stays' }]);
  expect(await database.select({ id: users.id }).from(users)).toEqual([{ id: 'account-new' }]);
  expect((await database.select({ id: usage.interviewId }).from(usage)).map(({ id }) => id)).toEqual([
    null,
    'i-stays',
  ]);
});

test('a story that was drilled lately is touched, however old its words are', async () => {
  const open = await createWorld().open();
  const { database } = open;
  await fillOwner(database, { ownerId: 'o', at: at - 100 * day, tag: 'one' });
  await database
    .insert(drillAnswers)
    .values({ ownerId: 'o', id: 'late', exerciseId: 'x', storyId: 's-o', at: at - day, answer: {} });
  await keepHouse({ context: { ...open, clock: () => at, retentionDays: 30 }, input: { occasion: 'start' } });
  expect(await countOwnerRows(database, 'o')).toMatchObject({ stories: 1, drillAnswers: 1, interviews: 0 });
});

test('without a retention nothing is deleted', async () => {
  const open = await createWorld().open();
  await fillOwner(open.database, { ownerId: 'o', at: 0, tag: 'one' });
  await keepHouse({ context: { ...open, clock: () => at }, input: { occasion: 'start' } });
  expect(await countOwnerRows(open.database, 'o')).toEqual(one);
});

test('what deleted interviews cost keeps its owner for as long as it counts for a budget', async () => {
  const open = await createWorld().open();
  const { database } = open;
  await fillOwner(database, { ownerId: 'o', at, tag: 'one' });
  await fillOwner(database, { ownerId: 'p', at, tag: 'two' });
  await deleteInterview(database, { id: 'i-o', ownerId: 'o' });
  const owned = async () => (await database.select({ o: usage.ownerId }).from(usage)).map(({ o }) => o);
  await keepHouse({ context: { ...open, clock: () => at + day }, input: { occasion: 'start' } });
  expect(await owned()).toEqual(['o', 'p']);
  await keepHouse({ context: { ...open, clock: () => at + 3 * day }, input: { occasion: 'day' } });
  expect(await owned()).toEqual([null, 'p']);
});

test('a sign-in that ran out is removed, one that did not stays', async () => {
  const open = await createWorld().open();
  const { database } = open;
  const moment = (when: number) => ({
    expiresAt: new Date(when),
    createdAt: new Date(0),
    updatedAt: new Date(0),
  });
  await account(database, 'account-1');
  await database.insert(sessions).values([
    { id: 'old', userId: 'account-1', token: 'a', ...moment(at - 1) },
    { id: 'new', userId: 'account-1', token: 'b', ...moment(at + 1) },
  ]);
  await database.insert(verifications).values([
    { id: 'old', identifier: 'a', value: '', ...moment(at - 1) },
    { id: 'new', identifier: 'b', value: '', ...moment(at + 1) },
  ]);
  await keepHouse({ context: { ...open, clock: () => at }, input: { occasion: 'start' } });
  expect(await database.select({ id: sessions.id }).from(sessions)).toEqual([{ id: 'new' }]);
  expect(await database.select({ id: verifications.id }).from(verifications)).toEqual([{ id: 'new' }]);
});

test('of copies that start together one keeps house, then once a day, also after the clock was set back', async () => {
  const world = createWorld();
  let now = at;
  const copies = await Promise.all(
    [1, 2, 3].map(async () => ({ ...(await world.open()), clock: () => now, retentionDays: 30 })),
  );
  const round = async (occasion: 'start' | 'day') =>
    (await Promise.all(copies.map((context) => keepHouse({ context, input: { occasion } })))).filter(Boolean)
      .length;
  expect(await round('start')).toBe(1);
  now += 60 * 60_000;
  expect(await round('day')).toBe(0);
  now = at + day;
  expect(await round('day')).toBe(1);
  now += 11 * 60_000;
  expect(await round('start')).toBe(1);
  now = at;
  expect(await round('day')).toBe(1);
});
