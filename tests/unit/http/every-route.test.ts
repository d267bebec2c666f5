import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('app/**/route.ts');
const methods = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS';

test('every handler of every route goes through route(...), named after its own place', () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const pattern = `/${file
      .split('/')
      .slice(1, -1)
      .filter((folder) => !folder.startsWith('('))
      .join('/')}`;
    const exported = [...source.matchAll(/^export\s+(.*)$/gm)].map(([, words]) => words ?? '');
    expect(exported.length, file).toBeGreaterThan(0);
    for (const words of exported) expect(words, file).toMatch(new RegExp(`^const (${methods}) = route<`));
    const names = [...source.matchAll(/= route<[^>]*>\(\s*('[^']+'|\w+)/g)].map(([, given = '']) =>
      given.startsWith("'") ? given.slice(1, -1) : new RegExp(`const ${given} = '([^']+)'`).exec(source)?.[1],
    );
    expect(names, file).toEqual(exported.map(() => pattern));
  }
});

test('what a route reads of a request is parsed by a schema', () => {
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const raw of [/request\.json\(/, /request\.text\(/, /request\.formData\(/]) {
      expect(source, file).not.toMatch(raw);
    }
    if (source.includes('searchParams')) expect(source, file).toMatch(/[sS]chema\.(safeP|p)arse\(/);
  }
});
