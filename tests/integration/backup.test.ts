import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { Caller, runServer } from '#tests/support/running-server.ts';
import { tellings, temporaryFolder } from '#tests/support/world.ts';

const root = path.resolve(import.meta.dirname, '../..');
const story = tellings()[0]?.answer ?? '';

/** Runs a script over a data folder, to its end. */
function run(script: string, args: string[], data: string, variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', OWNER_SECRET: '', DATA_DIRECTORY: data, ...variables },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said: said.trim() }));
  });
}

async function rowsOf(file: string, statement: string) {
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute(statement);
  client.close();
  return rows.map((row) => ({ ...row }));
}

test('a backup of a server that is being written to is whole, and is restored with everyone known again', {
  timeout: 180_000,
}, async () => {
  const data = temporaryFolder();
  const server = await runServer({ DATA_DIRECTORY: data });
  const candidates = [1, 2, 3, 4].map(() => new Caller(server.address));
  const paths = await Promise.all(candidates.map((candidate) => candidate.start()));
  const acknowledged: string[] = [];
  let writing = true;
  const writers = candidates.map(async (candidate, index) => {
    for (let count = 0; writing; count += 1) {
      const clientTurnId = crypto.randomUUID();
      const text = count === 0 ? story : `I measured it again, and the number was ${count}.`;
      const answer = await candidate.send('POST', `${paths[index]}/turns`, { clientTurnId, text });
      await answer.text();
      if (answer.status === 200) acknowledged.push(clientTurnId);
      else paths[index] = await candidate.start();
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(5);
  const folder = temporaryFolder();
  for (const name of ['one', 'two', 'three']) {
    const before = [...acknowledged];
    const file = path.join(folder, name);
    expect(await run('backup.ts', [file], data)).toEqual({
      code: 0,
      said: `Backed up to ${file}. It holds the owner secret: keep it as safe as the data.`,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await rowsOf(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const stored = await rowsOf(
      file,
      'select client_turn_id as id from events where client_turn_id is not null',
    );
    expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    const broken = 'select interview_id from events group by interview_id having max(sequence) <> count(*)';
    expect(await rowsOf(file, broken)).toEqual([]);
  }
  expect(readdirSync(folder).toSorted()).toEqual(['one', 'three', 'two']);
  const file = path.join(folder, 'three');
  const inUse = await run('restore.ts', [file, '--force'], data);
  expect(inUse).toEqual({
    code: 1,
    said: expect.stringMatching(/^A server has .* open\. Stop it, then restore\.$/),
  });
  writing = false;
  await Promise.all(writers);
  const [candidate] = candidates;
  expect(server.process.kill('SIGTERM')).toBe(true);
  await server.exited;

  const elsewhere = temporaryFolder();
  expect(await run('restore.ts', [file], elsewhere)).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(elsewhere, 'owner-secret'), 'utf8')).toBe(
    readFileSync(path.join(data, 'owner-secret'), 'utf8'),
  );
  const restored = await runServer({ DATA_DIRECTORY: elsewhere });
  const again = await fetch(`${restored.address}/api/interviews`, {
    headers: { cookie: candidate?.cookie ?? '' },
  });
  expect((await again.json()).length).toBeGreaterThan(0);
  expect(
    await rowsOf(
      path.join(elsewhere, 'bar-raiser.db'),
      "select name from sqlite_master where name = '__backup'",
    ),
  ).toEqual([]);
});

test('a restore refuses what is damaged, newer, or in the way, and changes nothing then', {
  timeout: 60_000,
}, async () => {
  const data = temporaryFolder();
  const server = await runServer({ DATA_DIRECTORY: data });
  await new Caller(server.address).start();
  server.process.kill('SIGTERM');
  await server.exited;
  const folder = temporaryFolder();
  const file = path.join(folder, 'backup');
  expect((await run('backup.ts', [file], data)).code).toBe(0);
  expect((await run('backup.ts', [file], data)).said).toMatch(
    /is there already; a backup overwrites nothing\.$/,
  );
  const database = path.join(data, 'bar-raiser.db');
  const present = readFileSync(database);

  expect(await run('restore.ts', [file], data)).toEqual({
    code: 1,
    said: `There is data at ${database}. --force puts it aside and goes on.`,
  });
  const cut = path.join(folder, 'cut');
  writeFileSync(cut, readFileSync(file).subarray(0, 20_000));
  const garbage = path.join(folder, 'garbage');
  writeFileSync(garbage, 'This is no database. '.repeat(1000));
  const plain = path.join(folder, 'plain');
  copyFileSync(database, plain);
  const newer = path.join(folder, 'newer');
  copyFileSync(file, newer);
  await rowsOf(newer, 'update __drizzle_migrations set created_at = created_at + 1000000');
  for (const [name, words] of [
    [cut, /damaged/],
    [garbage, /is not a backup, or is damaged/],
    [plain, /is not a backup/],
    [newer, /newer version/],
    [path.join(folder, 'nothing'), /There is no file/],
  ] as const) {
    expect(await run('restore.ts', [name, '--force'], data)).toEqual({
      code: 1,
      said: expect.stringMatching(words),
    });
  }
  expect(readFileSync(database).equals(present)).toBe(true);

  writeFileSync(database, 'garbage where a database was');
  const forced = await run('restore.ts', [file, '--force'], data);
  expect(forced).toMatchObject({
    code: 0,
    said: expect.stringMatching(/What stood there is kept as .*before-/),
  });
  expect(await rowsOf(database, 'select count(*) as held from interviews')).toEqual([{ held: 1 }]);
  expect(await run('restore.ts', [], data)).toEqual({
    code: 1,
    said: 'Usage: npm run -s restore -- FILE [--force]',
  });
  expect(
    (await run('backup.ts', [path.join(folder, 'x')], data, { DATABASE_URL: 'http://store:8080' })).said,
  ).toBe('The database is on a libSQL server: back it up there.');
  expect(existsSync(path.join(folder, 'x'))).toBe(false);
});

test('a secret of the environment is in no backup', { timeout: 60_000 }, async () => {
  const data = temporaryFolder();
  const secret = 'an owner secret that the environment has';
  const server = await runServer({ DATA_DIRECTORY: data, OWNER_SECRET: secret });
  onTestFinished(() => void server.process.kill('SIGKILL'));
  const file = path.join(temporaryFolder(), 'backup');
  const made = await run('backup.ts', [file], data, { OWNER_SECRET: secret });
  expect(made).toEqual({ code: 0, said: `Backed up to ${file}. OWNER_SECRET is not in it.` });
  expect(readFileSync(file).includes(secret)).toBe(false);
});
