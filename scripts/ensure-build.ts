import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Everything a build is made of, or that a page may have read while it was built. */
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'prompts',
  'public',
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
  const present = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === present) return true;
  say('Building Bar Raiser; this is done once and takes less than a minute.');
  const { code, output } = await build(root, directory);
  if (code === 0) writeFileSync(stamp, present);
  else say(`${output}\nThe build failed; see above.`);
  return code === 0;
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
