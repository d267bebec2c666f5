import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Whether the linter refuses a file at this place with this import; nothing is written. */
function refused(place: string, specifier: string): boolean {
  const { status } = spawnSync('node_modules/.bin/biome', ['lint', `--stdin-file-path=${place}`], {
    input: `import { thing } from '${specifier}';\nexport const other = thing;\n`,
  });
  return status !== 0;
}

test.each([
  ['lib/domain/a.ts', '#lib/engines/engine.ts'],
  ['lib/domain/a.ts', '../db/client.ts'],
  ['lib/domain/a.ts', 'node:fs'],
  ['lib/content/a.ts', '#lib/services/context.ts'],
  ['lib/engines/a.ts', '#lib/db/client.ts'],
  ['lib/engines/embedded/a.ts', '../../services/context.ts'],
  ['lib/db/a.ts', '../engines/engine.ts'],
  ['lib/services/a.ts', 'next/server'],
  ['lib/services/a.ts', 'drizzle-orm'],
  ['app/a.ts', '#lib/db/client.ts'],
  ['components/a.tsx', '../lib/engines/select.ts'],
])('%s may not import %s', (place, specifier) => {
  expect(refused(place, specifier)).toBe(true);
});

test.each([
  ['lib/domain/a.ts', 'zod'],
  ['lib/domain/a.ts', './move.ts'],
  ['lib/engines/a.ts', '#lib/domain/move.ts'],
  ['lib/services/a.ts', '#lib/db/events.ts'],
  ['app/a.ts', '#lib/services/context.ts'],
])('%s may import %s', (place, specifier) => {
  expect(refused(place, specifier)).toBe(false);
});
