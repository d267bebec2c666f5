import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { keyOf, openRecordings } from './recordings.ts';

export interface ReplayServer {
  /** Stands where the provider's base address stood; whatever path that had is kept behind it. */
  url: string;
  close: () => Promise<void>;
}

/** Headers that belong to one connection, or that name another host. */
const dropped = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

/**
 * A server between the product and a model's provider. With `upstream` it passes every request on and records the
 * answer; without, it answers from the recordings alone, and a request that was never recorded gets 404, which the
 * product reports as a fault of that case. Only answers that worked are recorded.
 */
export async function startReplayServer({
  file,
  upstream,
}: {
  file: string;
  upstream: string | null;
}): Promise<ReplayServer> {
  const recordings = openRecordings(file);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const part of request) chunks.push(Buffer.from(part));
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '/';
    const key = keyOf(path, body);
    const recorded = upstream === null ? recordings.next(key) : null;
    if (recorded) {
      response.writeHead(recorded.status, { 'content-type': recorded.type });
      response.end(recorded.body);
      return;
    }
    if (upstream === null) {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { message: 'This request was never recorded.', type: 'not_recorded' } }),
      );
      return;
    }
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !dropped.has(name) ? [[name, value]] : [],
    );
    const passed = await fetch(`${upstream.replace(/\/$/u, '')}${path}`, {
      method: request.method ?? 'POST',
      headers,
      ...(body === '' ? {} : { body }),
    });
    const type = passed.headers.get('content-type') ?? 'application/json';
    const text = await passed.text();
    if (passed.ok) recordings.add({ key, status: passed.status, type, body: text });
    response.writeHead(passed.status, { 'content-type': type });
    response.end(text);
  }

  const pending = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
    pending.add(answered);
    void answered.finally(() => pending.delete(answered));
  });
  server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new RangeError('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    // An answer that nobody waits for any more is still recorded: a replay may ask for it.
    close: async () => {
      await Promise.all(pending);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
