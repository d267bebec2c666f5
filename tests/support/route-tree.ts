import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const app = path.resolve(import.meta.dirname, '../../app');

/** One thing a server answers: a method of an API route, or a page. */
export interface FoundRoute {
  method: string;
  /** With its parameters in brackets: `/api/interviews/[id]`. */
  pattern: string;
  page: boolean;
}

/** Every route of the app, read from the file tree, so that none can be forgotten. */
export function findRoutes(): FoundRoute[] {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file): FoundRoute[] => {
    const pattern = patternOf(path.dirname(file));
    if (path.basename(file) === 'page.tsx') return [{ method: 'GET', pattern, page: true }];
    if (path.basename(file) !== 'route.ts') return [];
    const source = readFileSync(path.join(app, file), 'utf8');
    const methods = [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gmu)];
    return methods.map(([, method = '']) => ({ method, pattern, page: false }));
  });
}

/** Folders in parentheses group files and stand in no address. */
function patternOf(folder: string): string {
  const parts = folder.split(path.sep).filter((part) => part !== '.' && !/^\(.*\)$/u.test(part));
  return `/${parts.join('/')}`;
}
