import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const forbidden = [
  ['lib/domain/one.ts', '#lib/engines/engine.ts'],
  ['lib/domain/two.ts', '../db/client.ts'],
  ['lib/domain/three.ts', 'node:fs'],
  ['lib/content/one.ts', '#lib/services/context.ts'],
  ['lib/engines/one.ts', '#lib/db/client.ts'],
  ['lib/engines/embedded/one.ts', '../../services/context.ts'],
  ['lib/db/one.ts', '../engines/engine.ts'],
  ['lib/services/one.ts', 'next/server'],
  ['lib/services/two.ts', 'drizzle-orm'],
  ['app/one.ts', '#lib/db/client.ts'],
  ['components/one.ts', '../lib/engines/select.ts'],
] as const;

const allowed = [
  ['lib/domain/four.ts', 'zod'],
  ['lib/domain/five.ts', './move.ts'],
  ['lib/engines/two.ts', '#lib/domain/move.ts'],
  ['lib/services/three.ts', '#lib/db/events.ts'],
  ['app/two.ts', '#lib/services/context.ts'],
] as const;

let folder = '';
let said = '';

/** The project's own configuration over a folder that holds nothing but these imports. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  const configuration = readFileSync('biome.json', 'utf8').replace(/"vcs": \{[^}]*\},/, '');
  writeFileSync(path.join(folder, 'biome.json'), configuration);
  for (const [place, specifier] of [...forbidden, ...allowed]) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(
      path.join(folder, place),
      `import { thing } from '${specifier}';\n\nexport const other = thing;\n`,
    );
  }
  const biome = path.resolve('node_modules/.bin/biome');
  const { stdout, stderr } = spawnSync(biome, ['lint', '--reporter=github', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  said = `${stdout}${stderr}`;
});

afterAll(() => rmSync(folder, { recursive: true }));

function refused(place: string): boolean {
  return said.split('\n').some((line) => line.includes('noRestrictedImports') && line.includes(place));
}

test.each(forbidden)('%s may not import %s', (place) => {
  expect(refused(place), said).toBe(true);
});

test.each(allowed)('%s may import %s', (place) => {
  expect(refused(place), said).toBe(false);
});
