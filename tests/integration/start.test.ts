import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '#tests/e2e/support/server.ts';
import { temporaryFolder } from '#tests/support/world.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a script as npm would, to its end. */
function run(script: string, args: string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    env: { ...process.env, DATABASE_URL: '', MODEL: '', ...options.env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(options.input ?? '');
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

test('the server serves pages with their scripts, and keeps its data where it is told', {
  timeout: 90_000,
}, async () => {
  const server = await startServer();
  onTestFinished(() => server.remove());
  const page = await (await fetch(server.address)).text();
  const scripts = [...page.matchAll(/src="(\/_next\/static\/[^"]+\.js)"/g)].map(([, source]) => source);
  expect(scripts.length).toBeGreaterThan(0);
  for (const source of scripts) expect((await fetch(`${server.address}${source}`)).status).toBe(200);
  expect(await (await fetch(`${server.address}/api/interviews`)).json()).toEqual([]);
});

test('a busy port is said in one sentence', { timeout: 20_000 }, async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void blocker.close());
  const address = blocker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, out, err } = await run('start.ts', [], {
    env: { PORT: String(port), DATA_DIRECTORY: temporaryFolder() },
  });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    new RegExp(`^Port ${port} is in use by another program\\..*PORT=${port + 1} npm start\n$`),
  );
});

test('a store that cannot be opened ends the start with one sentence', { timeout: 90_000 }, async () => {
  const { code, out, err } = await run('start.ts', [], {
    env: { PORT: '0', DATA_DIRECTORY: path.join(root, 'package.json', 'data') },
  });
  expect(code).toBe(1);
  expect(out).not.toContain('ready');
  expect(err).toMatch(/^The store at .* cannot be opened \(ENOTDIR\)\./);
});

test('an interview in the terminal asks, probes, and ends with the debrief', {
  timeout: 20_000,
}, async () => {
  const replies = [
    'I told my director that the launch date was wrong.',
    '',
    'can you repeat that?',
    'I showed him figures.',
  ];
  const args = ['--scenario', 'hbdc', '--level', 'senior', '--self-vote', 'no_hire'];
  const { code, out, err } = await run('interview.ts', args, { input: `${replies.join('\n')}\n` });
  expect({ code, err }).toEqual({ code: 0, err: 'There is nothing in this answer yet.\n' });
  expect(out).toMatch(
    /^Bar raiser: .*Tell me about a time you raised an unpopular opinion and stood by it\./,
  );
  const [held = '', debrief] = out.split('# Debrief: ');
  expect(held.match(/^Bar raiser: /gm)).toHaveLength(4);
  expect(debrief).toContain('Your own vote: No Hire.');
  expect(debrief).toContain('> I told my director that the launch date was wrong.');
  expect(existsSync(path.join(process.cwd(), ':memory:'))).toBe(false);
});

test.for([
  [
    ['--scenario', 'nowhere', '--level', 'sde1'],
    /^There is no such scenario\. The library has: have-backbone/,
  ],
  [['--scenario', 'hbdc', '--level', 'ceo'], /^--level is not "ceo"; it is one of sde1, sde2, senior\.\n$/],
  [['--level', 'sde1'], /^--scenario is needed\.\nUsage: /],
  [['--scenario', 'hbdc', '--level', 'sde1', '--engine', 'model'], /^No model is configured: set MODEL/],
  [['--scenaro', 'hbdc'], /^Unknown option '--scenaro'/],
] as const)('the terminal refuses %j in one sentence', { timeout: 20_000 }, async ([args, sentence]) => {
  const { code, out, err } = await run('interview.ts', [...args]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(sentence);
});
