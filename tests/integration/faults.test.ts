import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { countTowards } from '#lib/services/limits.ts';
import { startServer, type TestServer } from '#tests/e2e/support/server.ts';
import { HttpVisitor } from '#tests/support/http-visitor.ts';
import { createWorld, holdInterview, started, tellings } from '#tests/support/world.ts';

const story = tellings()[0]?.answer ?? '';
const turn = (text = story) => ({ clientTurnId: randomUUID(), text });
const messageOf = (text: string) => (JSON.parse(text) as { error: { message: string } }).error.message;

/** The server's start may build the app first. */
const timeout = 600_000;

interface Stand {
  server: TestServer;
  visitor: HttpVisitor;
  /** The database file. */
  file: string;
  /** An interview of the visitor's. */
  path: string;
}

async function openStand(folder: string): Promise<Stand> {
  const file = path.join(folder, 'store.db');
  const server = await startServer({ DATABASE_URL: `file:${file}` });
  onTestFinished(() => server.remove());
  const visitor = new HttpVisitor(server.address);
  return { server, visitor, file, path: `/api/interviews/${await visitor.startInterview()}` };
}

function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bar-raiser-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function candidateTurns({ visitor, path: where }: Stand): Promise<string[]> {
  const { turns } = interviewViewSchema.parse(JSON.parse((await visitor.send('GET', where)).text));
  return turns.filter(({ speaker }) => speaker === 'candidate').map(({ clientTurnId }) => clientTurnId ?? '');
}

async function checkOf(file: string): Promise<unknown> {
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute('pragma integrity_check');
  client.close();
  return rows[0]?.integrity_check;
}

/** A disk of eight megabytes; null where this machine does not let the test mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'bar-raiser-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

test('a full disk: a plain message, nothing acknowledged is lost, and it goes on by itself', {
  timeout,
}, async ({ skip }) => {
  const disk = smallDisk();
  if (!disk) return skip('A small disk cannot be mounted here; this test needs to be root.');
  const stand = await openStand(disk);
  const { visitor } = stand;
  const first = turn();
  expect((await visitor.send('POST', `${stand.path}/turns`, first)).status).toBe(200);
  const filler = path.join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
  const second = turn('I asked her for the March figures and compared them with ours.');
  // What was set aside for the log may still take a turn or two.
  let refused = await visitor.send('POST', `${stand.path}/turns`, second);
  let last = second;
  for (let tries = 0; refused.status === 200 && tries < 5; tries += 1) {
    last = turn(`${story} ${tries}`);
    refused = await visitor.send('POST', `${stand.path}/turns`, last);
  }
  // A turn may be stored and what is computed of it not: then the stream says so.
  expect(refused.text).toContain('no room left');
  expect((await visitor.send('GET', stand.path)).status).toBe(200);
  rmSync(filler);
  const again = await visitor.send('POST', `${stand.path}/turns`, last);
  expect(again.status).toBe(200);
  expect(again.text).not.toContain('"type":"error"');
  const stored = await candidateTurns(stand);
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining([first.clientTurnId, last.clientTurnId]));
  await stand.server.kill();
  expect(await checkOf(stand.file)).toBe('ok');
});

test('a store that another program locks for ten seconds: turns wait and are answered, readers wait for nothing', {
  timeout,
}, async () => {
  const stand = await openStand(ownFolder());
  const { visitor } = stand;
  const other = createClient({ url: `file:${stand.file}` });
  const lock = await other.transaction('write');
  await lock.execute("insert into owners (id, created_at) values ('other', 0)");
  const begin = performance.now();
  const released = wait(10_000).then(async () => {
    await lock.rollback();
    other.close();
  });
  const sent = turn();
  const waiting = visitor.send('POST', `${stand.path}/turns`, sent);
  const slow: number[] = [];
  while (performance.now() - begin < 9_000) {
    const asked = performance.now();
    expect((await visitor.send('GET', stand.path)).status).toBe(200);
    slow.push(performance.now() - asked);
    await wait(200);
  }
  await released;
  expect((await waiting).status).toBe(200);
  expect(performance.now() - begin).toBeGreaterThan(10_000);
  expect(await candidateTurns(stand)).toEqual([sent.clientTurnId]);
  // Were the lock waited for inside the driver, a reader would wait for whole seconds.
  const median = slow.toSorted((a, b) => a - b)[Math.floor(slow.length / 2)];
  expect(median).toBeLessThan(1_000);
});

describe('the database file', () => {
  test('replaced by garbage while the server runs: refused in plain words; with the file back it goes on', {
    timeout,
  }, async () => {
    const stand = await openStand(ownFolder());
    const { visitor, file } = stand;
    const first = turn();
    await visitor.send('POST', `${stand.path}/turns`, first);
    const kept = `${file}.kept`;
    renameSync(file, kept);
    writeFileSync(file, randomBytes(200_000));
    for (const answer of [
      await visitor.send('POST', `${stand.path}/turns`, turn('I asked her for the March figures.')),
      await visitor.send('GET', stand.path),
    ]) {
      expect(answer.status).toBe(503);
      expect(messageOf(answer.text)).toContain('moved or replaced');
    }
    expect((await fetch(`${stand.server.address}/readyz`)).status).toBe(503);
    renameSync(kept, file);
    expect((await visitor.send('GET', stand.path)).status).toBe(200);
    await stand.server.kill();
    await stand.server.restart();
    expect(await candidateTurns(stand)).toEqual([first.clientTurnId]);
    expect(await checkOf(file)).toBe('ok');
  });

  test('overwritten in place while the server runs: never a fault without words, never wrong words', {
    timeout,
  }, async () => {
    const stand = await openStand(ownFolder());
    const { visitor, file } = stand;
    await visitor.send('POST', `${stand.path}/turns`, turn());
    const before = (await visitor.send('GET', stand.path)).text;
    const client = createClient({ url: `file:${file}` });
    await client.execute('pragma wal_checkpoint(truncate)');
    client.close();
    const handle = openSync(file, 'r+');
    writeSync(handle, randomBytes(statSync(file).size), 0, null, 0);
    const answers = [
      await visitor.send('GET', stand.path),
      await visitor.send('POST', `${stand.path}/turns`, turn('I asked her for the March figures.')),
      await visitor.send('POST', '/api/interviews', { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' }),
      await visitor.send('GET', stand.path),
    ];
    for (const { status, text } of answers) {
      // What is still in memory may be told; all else is refused.
      if (status === 200) expect(text).toBe(before);
      else expect([status, messageOf(text)]).toEqual([503, expect.stringContaining('damaged')]);
    }
  });

  test('that is garbage at the start ends the start with one sentence, and is left as it is', {
    timeout,
  }, async () => {
    const folder = ownFolder();
    const file = path.join(folder, 'store.db');
    const garbage = randomBytes(100_000);
    writeFileSync(file, garbage);
    const start = startServer({ DATABASE_URL: `file:${file}` });
    await expect(start).rejects.toThrow(/cannot be opened \(SQLITE_NOTADB\).*docs\/faults\.md/u);
    expect(readFileSync(file).equals(garbage)).toBe(true);
  });
});

describe('the clock', () => {
  const hour = 3_600_000;

  test.for([
    ['forward', hour],
    ['back', -hour],
  ] as const)(
    'set an hour %s in mid-interview: nothing is lost, and it is held to its end',
    async ([, jump]) => {
      const world = createWorld();
      const context = await world.open();
      let offset = 0;
      const moved = { ...context, clock: () => context.clock() + offset };
      const id = await started(moved);
      offset = jump;
      const sent = await holdInterview(moved, id);
      const view = await getInterview({ context: moved, input: { interviewId: id } });
      const stored = view.turns.flatMap(({ clientTurnId }) => clientTurnId ?? []);
      expect(stored).toEqual(sent);
      // An hour away counts as ten minutes of absence, an hour back as none of the interview's time.
      expect(view.clock.usedSeconds).toBeGreaterThanOrEqual(0);
      expect(view.clock.usedSeconds).toBeLessThan(900);
      for await (const _ of await endInterview({ context: moved, input: { interviewId: id } }));
      const after = await getInterview({ context: moved, input: { interviewId: id } });
      expect(after.phase.phase).toBe('assessed');
    },
  );

  test('set back by an hour holds nobody to a limit for longer than its window', async () => {
    const context = await createWorld().open();
    const limits = { ...context.limits, turns: 2 };
    let now = Date.UTC(2026, 0, 5, 12);
    const limited = { database: context.database, limits, clock: () => now };
    for (let count = 0; count < 2; count += 1) await countTowards(limited, 'turns', 'owner-1');
    await expect(countTowards(limited, 'turns', 'owner-1')).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    now -= hour;
    await countTowards(limited, 'turns', 'owner-1');
  });
});
