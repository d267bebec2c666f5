import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds the server and puts what an image needs of it into a folder: the server with exactly the packages it uses,
 * what browsers load, what is read from files, and the tools for backups and health.
 *   node scripts/build-image.ts FOLDER
 * `--built` takes the build that is there.
 */
const root = path.resolve(import.meta.dirname, '..');
const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!folder) {
  console.error('Usage: node scripts/build-image.ts FOLDER [--built]');
  process.exit(1);
}
const target = path.resolve(folder);

/** Not needed where the server runs, though a trace of the build may name them. */
const unneeded = [
  'app',
  'components',
  'evals',
  'tests',
  'docs',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.ts',
];

/** What the tools for backups and health import. */
const tools = [
  'scripts/backup.ts',
  'scripts/restore.ts',
  'scripts/check-health.ts',
  'lib',
  'drizzle',
  'package.json',
  'node_modules/zod',
  'node_modules/drizzle-orm',
];

if (!process.argv.includes('--built')) {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', STANDALONE: '1' },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const build = path.join(root, process.env.BUILD_DIRECTORY || '.next');
const standalone = path.join(build, 'standalone');
if (!existsSync(standalone)) {
  console.error(`There is no standalone build in ${build}.`);
  process.exit(1);
}
cpSync(standalone, target, { recursive: true, verbatimSymlinks: true });
for (const name of unneeded) rmSync(path.join(target, name), { recursive: true, force: true });
cpSync(path.join(build, 'static'), path.join(target, path.basename(build), 'static'), { recursive: true });
for (const name of ['public', 'content', 'prompts', ...tools]) {
  const from = path.join(root, name);
  cpSync(from, path.join(target, name), { recursive: true, verbatimSymlinks: true });
}
console.info(`The server is in ${target}.`);
