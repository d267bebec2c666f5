import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { z } from 'zod';

const header = 'next-router-state-tree';

/** How the framework's own pages write where they are: next/dist/server/app-render/types.js, flightRouterStateSchema. */
const parameterKind = z.string().regex(/^(?:c|oc|d|[cd]i\((?:\.|\.\.|\.\.\.|\.\.\)\(\.\.)\))$/u);
const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), parameterKind, z.array(z.string()).nullable()]),
]);
const stateSchema: z.ZodType = z.lazy(() =>
  z.tuple([
    segment,
    z.record(z.string(), stateSchema),
    z.tuple([z.string(), z.string()]).nullable().optional(),
    z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullable().optional(),
    z.number().nullable().optional(),
    z.string().optional(),
  ]),
);
/** The framework refuses longer ones. */
const longest = 40_000;

/** Whether a header says where a page is, as the framework's own script writes it. */
export function isRouterState(value: string): boolean {
  if (value.length > longest) return false;
  try {
    return stateSchema.safeParse(JSON.parse(decodeURIComponent(value))).success;
  } catch (error) {
    if (error instanceof URIError || error instanceof SyntaxError || error instanceof RangeError)
      return false;
    throw error;
  }
}

/**
 * Has a request whose router state no page can have written answered as if it brought none: with the whole page. The
 * framework answers it with a fault of the server.
 */
export function passOverRouterState(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    const state = request.headers[header];
    if (state === undefined || (typeof state === 'string' && isRouterState(state))) return;
    delete request.headers[header];
    delete request.headers.rsc;
  });
}
