import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('nothing renders text as HTML, and nothing that could is installed for the pages', () => {
  const sources = globSync('{app,components}/**/*.{ts,tsx}');
  expect(sources.length).toBeGreaterThan(50);
  for (const file of sources) {
    const source = readFileSync(file, 'utf8');
    expect(source, file).not.toMatch(
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|srcDoc/,
    );
    expect(source, file).not.toMatch(/\sstyle=\{/);
    expect(source, file).not.toMatch(/from '(react-markdown|marked|markdown-it|remark|rehype)/);
  }
});
