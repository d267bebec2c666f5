import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const routeSchema = z.object({ page: z.string(), regex: z.string() });
const manifestSchema = z.object({ staticRoutes: z.array(routeSchema), dynamicRoutes: z.array(routeSchema) });

/** Gives the pattern of an address, `/interviews/[id]`, that stands in a log instead of it. */
export type PatternOf = (pathname: string) => string;

/** The patterns of the routes a build has, fixed ones first, as its manifest lists them. */
export function readRoutePatterns(buildDirectory: string): PatternOf {
  const file = path.join(buildDirectory, 'routes-manifest.json');
  const { staticRoutes, dynamicRoutes } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const known = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
  return (pathname) =>
    pathname.startsWith('/_next/')
      ? '/_next/*'
      : (known.find(({ regex }) => regex.test(pathname))?.page ?? 'unknown');
}
