import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Caller } from '#tests/support/running-server.ts';
import { tellings, temporaryFolder } from '#tests/support/world.ts';

// No container runs here: the steps of the Dockerfile are taken as they stand there, in a folder, and what comes of
// them is started as the image starts it, by a user who may write to nothing but the data.

const root = path.resolve(import.meta.dirname, '../..');
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const [buildStage = '', runStage = ''] = dockerfile.split(/^FROM .*$/m).slice(1);
const story = tellings()[0]?.answer ?? '';

/** Everything that must never leave the server, each with a mark of its own. */
const secrets = Object.fromEntries(
  [
    'OPENAI_API_KEY',
    'ANTHROPIC_API_KEY',
    'GOOGLE_GENERATIVE_AI_API_KEY',
    'GEMINI_API_KEY',
    'SPEECH_API_KEY',
    'OWNER_SECRET',
    'AUTH_SECRET',
    'AUTH_OIDC_CLIENT_SECRET',
    'AUTH_SMTP_URL',
    'DATABASE_AUTH_TOKEN',
  ].map((name) => [name, `sentinel-${name.toLowerCase()}-0123456789abcdef0123456789abcdef`]),
);
const withoutSignIn = { AUTH_SECRET: '', AUTH_OIDC_CLIENT_SECRET: '', AUTH_SMTP_URL: '' };

/** What COPY lines of the build stage bring into the build. */
function copied(): string[] {
  return [...buildStage.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
}

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(status, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
}

function everyFile(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

test('what the Dockerfile builds runs as nobody in particular, writes to its data only, and gives no secret away', {
  timeout: 1_200_000,
}, async () => {
  const build = temporaryFolder();
  for (const name of copied()) cpSync(path.join(root, name), path.join(build, name), { recursive: true });
  // The packages as `npm ci` made them for this checkout; IMAGE_TEST_INSTALL=1 takes that step too.
  if (process.env.IMAGE_TEST_INSTALL) run('npm', ['ci', '--no-audit', '--no-fund'], build);
  else run('cp', ['-al', path.join(root, 'node_modules'), path.join(build, 'node_modules')], root);
  const image = path.join(temporaryFolder(), 'srv');
  run(process.execPath, ['scripts/build-image.ts', image], build, { ...secrets, BUILD_DIRECTORY: '.next' });

  for (const file of [...everyFile(path.join(image, '.next')), ...everyFile(path.join(image, 'public'))]) {
    const text = readFileSync(file, 'latin1');
    for (const [name, value] of Object.entries(secrets))
      expect(text.includes(value), `${name} in ${file}`).toBe(false);
  }
  for (const gone of [
    'app',
    'tests',
    'evals',
    'node_modules/typescript',
    'node_modules/@biomejs',
    'node_modules/vitest',
  ]) {
    expect(statSync(path.join(image, gone), { throwIfNoEntry: false }), gone).toBeUndefined();
  }

  const data = temporaryFolder();
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: 10001, gid: 10001 } : {};
  if (asRoot) chownSync(data, 10001, 10001);
  for (let folder = path.dirname(image); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (folder.includes('bar-raiser-')) chmodSync(folder, 0o755);
  }
  run('chmod', ['-R', 'a-w,a+rX', image], root);
  onTestFinished(() => run('chmod', ['-R', 'u+w', image], root));
  const node = path.join(path.dirname(image), 'node');
  cpSync(process.execPath, node);
  chmodSync(node, 0o755);
  const port = String(20_000 + (process.pid % 20_000));
  const set = Object.fromEntries(
    [...(/^ENV ([\s\S]*?[^\\])$/m.exec(runStage)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
  expect(set).toMatchObject({ NEXT_MANUAL_SIG_HANDLE: '1', DATA_DIRECTORY: '/data' });
  expect(runStage).toMatch(/^USER 10001:10001$/m);
  expect(runStage).toMatch(/^CMD \["node", "server.js"\]$/m);
  const env = {
    PATH: process.env.PATH ?? '',
    ...set,
    ...secrets,
    ...withoutSignIn,
    PORT: port,
    HOSTNAME: '127.0.0.1',
    DATA_DIRECTORY: data,
  };
  const started = Date.now();
  const server = spawn(node, ['server.js'], { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  onTestFinished(() => void server.kill('SIGKILL'));
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const tool = (args: string[]) => spawnSync(node, args, { cwd: image, env, encoding: 'utf8', ...user });
  const caller = new Caller(`http://127.0.0.1:${port}`);
  const isReady = () =>
    caller.send('GET', '/readyz').then(
      ({ status }) => status,
      () => 0,
    );
  while ((await isReady()) !== 200) {
    expect(Date.now() - started, output).toBeLessThan(60_000);
    await wait(200);
  }
  expect(tool(['scripts/check-health.ts']).status).toBe(0);

  const pages: string[] = [];
  for (const where of ['/', '/mock', '/study', '/drill', '/stories', '/history', '/account', '/nowhere']) {
    pages.push(await (await caller.send('GET', where)).text());
  }
  const held = await caller.start();
  const turn = await caller.send('POST', `${held}/turns`, { clientTurnId: 'one', text: story });
  expect(await turn.text()).toContain('"type":"finish"');
  pages.push(await (await caller.send('GET', held.replace('/api', ''))).text());
  const scripts = new Set(pages.join().match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g));
  expect(scripts.size).toBeGreaterThan(5);
  for (const script of scripts) {
    const answer = await caller.send('GET', script);
    expect(answer.status, script).toBe(200);
    pages.push(await answer.text());
  }
  for (const [name, value] of Object.entries(secrets)) {
    expect(
      pages.some((page) => page.includes(value)),
      `${name} in what is served`,
    ).toBe(false);
    expect(output.includes(value), `${name} in the log`).toBe(false);
  }

  const backup = path.join(data, 'backup');
  const made = tool(['scripts/backup.ts', backup]);
  expect(`${made.stdout}${made.stderr}`).toMatch(/^Backed up to /);
  if (asRoot) {
    expect(statSync(backup).uid).toBe(10001);
    const attempt = tool(['-e', `require('fs').writeFileSync('${image}/written', '')`]);
    expect(attempt.status, 'the tree can be written to').not.toBe(0);
  }
  server.kill('SIGTERM');
  expect(await exited, output).toBe(0);
  expect(output).toContain('"event":"stopped"');
  const tree = everyFile(image).filter((file) => statSync(file).mtimeMs > started);
  expect(tree, 'written while it ran').toEqual([]);
  expect(tool(['scripts/check-health.ts']).status).toBe(1);
  const size = everyFile(image).reduce((sum, file) => sum + statSync(file).size, 0);
  console.info(`the server's folder holds ${Math.round(size / 1e6)} MB`);
});

test('what is left out of the build is left out of its context, and what it needs is in it', () => {
  const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n');
  expect(ignored[0]).toBe('*');
  const context = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(context.toSorted()).toEqual(copied().toSorted());
});
