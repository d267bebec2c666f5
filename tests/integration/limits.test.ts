import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { deleteStaleLimits, freePlace, takeFromBucket, takePlace } from '#lib/db/limits.ts';
import { noLimits } from '#lib/domain/limits.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { countTowards } from '#lib/services/limits.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { freshProcess, openBrowser, startedOver } from '#tests/support/routes.ts';
import { createWorld, say, started } from '#tests/support/world.ts';

const minute = 60_000;
const noon = Date.UTC(2026, 0, 5, 12);

async function takeAt(database: Awaited<ReturnType<typeof openDatabase>>, now: number, limit = 3) {
  return takeFromBucket(database, { kind: 'turns', subject: 'owner-1', limit, window: minute, now });
}
const openDatabase = async () => (await createWorld().open()).database;

test('a bucket gives what it holds, says when there is more, and fills evenly', async () => {
  const database = await openDatabase();
  for (let taken = 0; taken < 3; taken += 1) expect(await takeAt(database, noon)).toBe(0);
  expect(await takeAt(database, noon)).toBe(20_000);
  expect(await takeAt(database, noon + 5_000)).toBe(15_000);
  expect(await takeAt(database, noon + 20_000)).toBe(0);
  expect(await takeAt(database, noon + 20_000)).toBe(20_000);
  for (let taken = 0; taken < 3; taken += 1) expect(await takeAt(database, noon + 10 * minute)).toBe(0);
  expect(await takeAt(database, noon + 10 * minute)).toBeGreaterThan(0);
});

test('whoever waits as long as they are told is let through', async () => {
  const database = await openDatabase();
  let now = noon;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 997 }), fc.array(fc.nat(5_000)), async (limit, pauses) => {
      const kind = `turns of ${limit}`;
      for (const pause of pauses) {
        now += pause;
        const bucket = { kind, subject: 'owner-1', limit, window: minute };
        const wait = await takeFromBucket(database, { ...bucket, now });
        if (wait === 0) continue;
        now += Math.ceil(wait / 1000) * 1000;
        expect(await takeFromBucket(database, { ...bucket, now })).toBe(0);
      }
    }),
    { numRuns: 30 },
  );
});

test('copies that ask at once never take more than there is, and one owner never takes another one’s', async () => {
  const world = createWorld();
  const copies = await Promise.all([world.open(), world.open(), world.open()]);
  const waits = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const database = copies[index % 3]?.database;
      if (!database) throw new Error('no copy');
      return takeFromBucket(database, {
        kind: 'turns',
        subject: `owner-${index % 2}`,
        limit: 10,
        window: minute,
        now: noon,
      });
    }),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
});

test('a clock that was set back locks nobody out', async () => {
  const database = await openDatabase();
  for (let taken = 0; taken < 3; taken += 1) await takeAt(database, noon);
  expect(await takeAt(database, noon - 60 * minute)).toBe(0);
});

test('what limits nobody any more is removed, the rest stays', async () => {
  const database = await openDatabase();
  await takeAt(database, noon);
  await takePlace(database, { id: 'a', subject: 'o', limit: 1, now: noon, expiresAfter: minute });
  await deleteStaleLimits(database, noon + 1);
  expect(await database.all(sql`select count(*) as n from limit_buckets`)).toEqual([{ n: 1 }]);
  await deleteStaleLimits(database, noon + 2 * minute);
  expect(await database.all(sql`select count(*) as n from limit_buckets`)).toEqual([{ n: 0 }]);
  expect(await database.all(sql`select count(*) as n from work_places`)).toEqual([{ n: 0 }]);
});

test('places for work: as many as allowed, kept by the same work, given back or expired', async () => {
  const database = await openDatabase();
  const place = (id: string, now = noon) =>
    takePlace(database, { id, subject: 'owner-1', limit: 2, now, expiresAfter: minute });
  expect([await place('a'), await place('b'), await place('c')]).toEqual(['taken', 'taken', 'none']);
  expect(await place('a', noon + 1)).toBe('held');
  await freePlace(database, 'b');
  expect(await place('c', noon + 2)).toBe('taken');
  expect(await place('d', noon + 3)).toBe('none');
  expect(await place('d', noon + 3 + 2 * minute)).toBe('taken');
});

test('a limit that is off asks the database nothing; one that is on asks it once', async () => {
  const context = await createWorld().open();
  const execute = vi.spyOn(context.database.$client, 'execute');
  await countTowards(context, 'turns', 'owner-1');
  expect(execute).not.toHaveBeenCalled();
  await countTowards({ ...context, limits: { ...noLimits, turns: 5 } }, 'turns', 'owner-1');
  expect(execute).toHaveBeenCalledTimes(1);
});

test('a turn over the limit is not stored, is told when, and goes through when sent again after that', async () => {
  const open = await createWorld().open();
  let now = noon;
  const context = { ...open, clock: () => now, limits: { ...noLimits, turns: 2 } };
  const id = await started(context);
  const again = 'Could you repeat the question, please?';
  await say(context, id, again, 'one');
  await say(context, id, again, 'two');
  // A turn that is stored already is answered again, and counts no further.
  await say(context, id, again, 'two');
  await expect(say(context, id, again, 'three')).rejects.toMatchObject({
    code: 'too_many_requests',
    message: 'More than 2 answers in a minute are not taken. Please try again in 30 seconds.',
    retryAfterSeconds: 30,
  });
  const { turns } = await getInterview({ context, input: { interviewId: id } });
  expect(turns.some(({ clientTurnId }) => clientTurnId === 'three')).toBe(false);
  now += 30_000;
  expect(await say(context, id, again, 'three')).not.toBe('');
});

test('interviews are limited by the day, for each owner', async () => {
  const open = await createWorld().open();
  const context = { ...open, clock: () => noon, limits: { ...noLimits, interviews: 2 } };
  const input = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' } as const;
  await startInterview({ context, input });
  await startInterview({ context, input });
  await expect(startInterview({ context, input })).rejects.toMatchObject({
    code: 'too_many_requests',
    message: expect.stringContaining('in 12 hours'),
  });
  await startInterview({ context: { ...context, ownerId: 'owner-2' }, input });
});

test('assessments at once are limited; the same one may be asked for again, and places come back', async () => {
  const open = await createWorld().open();
  const gate = Promise.withResolvers<void>();
  const assess: typeof open.engine.assess = async (...input) => {
    await gate.promise;
    return open.engine.assess(...input);
  };
  const engine = { ...open.engine, assess };
  const context = { ...open, engine, reader: engine, limits: { ...noLimits, assessmentsAtOnce: 1 } };
  const [first, second] = [await started(context), await started(context)];
  const ending = await endInterview({ context, input: { interviewId: first } });
  const refused = endInterview({ context, input: { interviewId: second } });
  await expect(refused).rejects.toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 5 });
  const joined = await endInterview({ context, input: { interviewId: first } });
  gate.resolve();
  await Promise.all([Array.fromAsync(ending), Array.fromAsync(joined)]);
  const steps = await Array.fromAsync(await endInterview({ context, input: { interviewId: second } }));
  expect(steps.at(-1)?.step).toBe('debriefed');
  expect(await open.database.all(sql`select * from work_places`)).toEqual([]);
});

test('owners are limited by address, over HTTP, with a Retry-After; who is known already goes on', async () => {
  vi.stubEnv('LIMIT_OWNERS_HOUR', '2');
  vi.stubEnv('TRUST_PROXY', '1');
  freshProcess();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const body = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
  const from = (address: string) => ({ 'x-forwarded-for': address, 'x-peer-address': '10.0.0.1' });
  const known = openBrowser();
  await startedOver(known);
  for (const claimed of ['1.1.1.1', '2.2.2.2']) {
    const headers = from(`${claimed}, 203.0.113.7`);
    expect((await openBrowser().send('POST', '/api/interviews', body, headers)).status).toBe(201);
  }
  const refused = await openBrowser().send('POST', '/api/interviews', body, from('3.3.3.3, 203.0.113.7'));
  expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(refused.headers.get('retry-after')).toMatch(/^\d{3,4}$/);
  expect(refused.headers.get('set-cookie')).toBeNull();
  expect((await known.send('POST', '/api/interviews', body, from('203.0.113.7'))).status).toBe(201);
  expect((await openBrowser().send('POST', '/api/interviews', body, from('203.0.113.8'))).status).toBe(201);
});
