import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Everything a build is made of, or that a page may have read while it was built. */
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'prompts',
  'public',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/**
 * Builds the app when there is no build or a source changed since, and says so through `say`.
 * @param root the project's folder.
 * @param directory the build's folder in it.
 * @returns whether the app is built now; the build's own output went to `say` where it failed.
 */
export async function ensureBuild({
  root,
  directory,
  say,
}: {
  root: string;
  directory: string;
  say: (line: string) => void;
}): Promise<boolean> {
  const stamp = path.join(root, directory, 'source-fingerprint');
  const isBuilt = (present: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === present;
  if (isBuilt(fingerprint(root))) return true;
  const release = await takePlace(path.join(root, directory));
  const present = fingerprint(root);
  if (isBuilt(present)) {
    release();
    return true;
  }
  say('Building Bar Raiser; this is done once and takes less than a minute.');
  const { code, output } = await build(root, directory);
  if (code === 0) writeFileSync(stamp, present);
  else say(`${output}\nThe build failed; see above.`);
  release();
  return code === 0;
}

/**
 * Waits until no other process builds into this folder, then holds the place until released. The mark names its
 * process, so that one left behind by a process that died holds nobody up.
 */
async function takePlace(folder: string): Promise<() => void> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const mark = path.join(tmpdir(), `bar-raiser-build-${name}`);
  for (;;) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return () => rmSync(mark, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const holder = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
      if (holder > 0 && !isRunning(holder)) rmSync(mark, { force: true });
      await wait(200);
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // ESRCH: no such process. EPERM: there is one, of another user.
    return codeOf(error) !== 'ESRCH';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** A hash of path, size and time of change of every source: cheap, and different whenever one is edited. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const visit = (relative: string): void => {
    const stats = statSync(path.join(root, relative), { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for (const name of readdirSync(path.join(root, relative)).sort()) visit(path.join(relative, name));
    } else if (stats) hash.update(`${relative}\0${stats.size}\0${stats.mtimeMs}\n`);
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}

function build(root: string, directory: string): Promise<{ code: number | null; output: string }> {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', BUILD_DIRECTORY: directory, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
