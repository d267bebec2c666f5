import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { endProcess } from '#lib/http/end-with-signals.ts';
import { route } from '#lib/http/route.ts';
import { type RequestsUnderWay, watchRequests } from '#lib/http/watch-requests.ts';
import { currentRequest, noteOwner } from '#lib/telemetry/request-record.ts';

let watched: RequestsUnderWay;
let address = '';
const pieces = Promise.withResolvers<void>();

const failing = route<unknown>('/api/failing', async () => {
  throw new TypeError('My secret story');
});

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', address);
  if (pathname === '/owned') {
    await wait(5);
    noteOwner('owner-1');
    response.end(currentRequest()?.id);
  } else if (pathname === '/failing') {
    const given = new Request(`${address}/failing`, {
      headers: { 'x-request-id': String(request.headers['x-request-id']) },
    });
    const answer = await failing(given, { params: Promise.resolve({}) });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  } else if (pathname === '/stream') {
    response.write('begun');
    await pieces.promise;
    response.end(' and ended');
  } else response.end('fine');
});

beforeAll(async () => {
  watched = watchRequests((pathname) => `pattern of ${pathname}`);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  globalThis.barRaiserIsStopping = undefined;
});

const lines = () => vi.mocked(console.info).mock.calls.map(([line]) => JSON.parse(String(line)));

test('each of many requests at once keeps its own id and owner', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const id = `request-${index}-of-30`;
      const response = await fetch(`${address}${index % 2 ? '/owned' : '/plain'}?q=secret`, {
        headers: { 'x-request-id': id },
      });
      expect(response.headers.get('x-request-id')).toBe(id);
      return { id, text: await response.text() };
    }),
  );
  await watched.none();
  for (const [index, { id, text }] of answers.entries()) {
    const [line, ...more] = lines().filter((one) => one.id === id);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      event: 'request',
      method: 'GET',
      route: index % 2 ? 'pattern of /owned' : 'pattern of /plain',
      status: 200,
      owner: index % 2 ? expect.stringMatching(/^[0-9a-f]{8}$/) : null,
    });
    if (index % 2) expect(text).toBe(id);
  }
  expect(JSON.stringify(lines())).not.toContain('secret');
});

test('a fault is in the line of its request, by its kind and place, not by its words', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const response = await fetch(`${address}/failing`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  await watched.none();
  const [logged] = vi.mocked(console.error).mock.calls.map(([line]) => JSON.parse(String(line)));
  expect(logged).toMatchObject({
    level: 'error',
    route: '/api/failing',
    status: 500,
    code: 'internal',
    id: response.headers.get('x-request-id'),
    fault: expect.stringMatching(/^TypeError \| at /),
  });
  expect(lines()).toEqual([]);
  vi.mocked(console.error).mockClear();
});

test('a process that ends lets a stream end, and says how it went', async () => {
  const stream = await fetch(`${address}/stream`);
  const steps: string[] = [];
  const ended = endProcess({
    requests: watched,
    seconds: 30,
    finish: async () => void steps.push('finished'),
    exit: (code) => void steps.push(`exit ${code}`),
  });
  await wait(50);
  expect(steps).toEqual([]);
  expect((await fetch(`${address}/plain`)).status).toBe(200);
  pieces.resolve();
  expect(await stream.text()).toBe('begun and ended');
  await ended;
  expect(steps).toEqual(['finished', 'exit 0']);
  expect(lines().at(-1)).toMatchObject({ event: 'stopped', cut: 0 });
  await expect(fetch(`${address}/plain`)).rejects.toThrow();
});
