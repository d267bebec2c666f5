import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** The patterns of all pages, as the tree of `app` has them: `/interviews/[id]`. */
export function pagePatterns(): string[] {
  return globSync('app/**/page.tsx', { cwd: root })
    .map((file) => {
      const folders = path.dirname(file).split(path.sep).slice(1);
      return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`;
    })
    .toSorted();
}

/**
 * An address for each page.
 * @param values what stands for the dynamic part of a pattern; a page without one is an error, not left out.
 */
export function everyPage(values: Readonly<Record<string, string>>): string[] {
  return pagePatterns().map((pattern) => {
    if (!pattern.includes('[')) return pattern;
    const value = values[pattern];
    if (value === undefined) throw new Error(`${pattern} is a new page: say what to open it with.`);
    return pattern.replace(/\[[^\]]+\]/, value);
  });
}
