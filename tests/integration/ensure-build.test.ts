import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/world.ts';
import { ensureBuild } from '../../scripts/ensure-build.ts';

/** A project whose builder counts its runs, takes a moment, and fails where a source says so. */
function project() {
  const root = temporaryFolder();
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin');
  mkdirSync(next, { recursive: true });
  mkdirSync(path.join(root, 'app'));
  writeFileSync(path.join(root, 'app', 'page.tsx'), 'one');
  writeFileSync(path.join(root, 'runs'), '');
  writeFileSync(
    path.join(next, 'next'),
    `const fs = require('node:fs');
     fs.mkdirSync(process.env.BUILD_DIRECTORY, { recursive: true });
     fs.appendFileSync('runs', 'x');
     if (fs.readFileSync('app/page.tsx', 'utf8') === 'broken') { console.error('page.tsx is broken'); process.exit(2); }
     setTimeout(() => {}, 300);`,
  );
  const said: string[] = [];
  const build = () => ensureBuild({ root, directory: 'out', say: (line) => said.push(line) });
  return { root, said, build, runs: () => readFileSync(path.join(root, 'runs'), 'utf8').length };
}

test('builds once, and again only when a source changed', async () => {
  const { root, build, runs } = project();
  expect([await build(), await build(), runs()]).toEqual([true, true, 1]);
  writeFileSync(path.join(root, 'app', 'page.tsx'), 'two!');
  expect([await build(), runs()]).toEqual([true, 2]);
  utimesSync(path.join(root, 'app', 'page.tsx'), new Date(), new Date(Date.now() + 5000));
  expect([await build(), await build(), runs()]).toEqual([true, true, 3]);
  writeFileSync(path.join(root, 'README.md'), 'no source');
  expect([await build(), runs()]).toEqual([true, 3]);
});

test('says what a failed build said, and builds again next time', async () => {
  const { root, said, build, runs } = project();
  writeFileSync(path.join(root, 'app', 'page.tsx'), 'broken');
  expect(await build()).toBe(false);
  expect(said.join('\n')).toContain('page.tsx is broken');
  writeFileSync(path.join(root, 'app', 'page.tsx'), 'mended');
  expect([await build(), runs()]).toEqual([true, 2]);
});

test('those that start together build once', async () => {
  const { build, runs } = project();
  expect(await Promise.all([build(), build(), build()])).toEqual([true, true, true]);
  expect(runs()).toBe(1);
});
