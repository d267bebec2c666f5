import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Behaviour, readRequest, type SeenRequest, tokensOf } from './behaviour.ts';
import { chatCompletions, responses, type Wire } from './wire.ts';

/** What to do with the request; `count` is how many came before it. */
export type Script = (request: SeenRequest, count: number) => Behaviour;

export interface ScriptedModel {
  /** The base address a provider is given, ending in /v1. */
  url: string;
  /** Every request that was understood, in order. */
  requests: SeenRequest[];
  /** Sets what happens from the next request on. */
  play(script: Script): void;
  close(): Promise<void>;
}

const wires: Record<SeenRequest['path'], Wire> = {
  '/v1/chat/completions': chatCompletions,
  '/v1/responses': responses,
};

/** Behaviours one after the other; the last one stays. */
export function inTurn(first: Behaviour, ...others: Behaviour[]): Script {
  const all = [first, ...others];
  let next = 0;
  return () => {
    const behaviour = all[Math.min(next, all.length - 1)] ?? first;
    next += 1;
    return behaviour;
  };
}

/** A model server that does as it is told, over real HTTP: chat completions and responses, whole and streamed. */
export async function startScriptedModel(
  script: Script = () => ({ kind: 'status', status: 503 }),
  port = 0,
): Promise<ScriptedModel> {
  let current = script;
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url;
    if (request.method === 'GET' && path === '/v1/models') {
      return sendJson(response, 200, { object: 'list', data: [{ id: 'scripted', object: 'model' }] });
    }
    if (request.method !== 'POST' || (path !== '/v1/chat/completions' && path !== '/v1/responses')) {
      return sendJson(response, 404, {
        error: { message: 'no such endpoint', type: 'invalid_request_error' },
      });
    }
    const chunks: Buffer[] = [];
    for await (const part of request) chunks.push(Buffer.from(part));
    const seen = readRequest(path, request.headers, JSON.parse(Buffer.concat(chunks).toString('utf8')));
    requests.push(seen);
    await act(current(seen, requests.length - 1), seen, response, wires[path]);
  }

  server.listen(port, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}/v1`,
    requests,
    play: (next) => {
      current = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function act(
  behaviour: Behaviour,
  request: SeenRequest,
  response: ServerResponse,
  wire: Wire,
): Promise<void> {
  switch (behaviour.kind) {
    case 'status':
      return sendJson(
        response,
        behaviour.status,
        { error: { message: 'as scripted', type: 'scripted', param: null, code: null, ...behaviour.error } },
        behaviour.headers,
      );
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(behaviour.body);
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      if (!request.stream) return;
      begin(response, wire.begin(request));
      for (const token of tokensOf(behaviour.text ?? '').slice(0, behaviour.tokens)) {
        response.write(wire.token(request, token, false));
      }
      return;
    case 'cut':
      return cut(behaviour, request, response, wire);
    case 'say':
    case 'refuse':
      return speak(behaviour, request, response, wire);
  }
}

async function speak(
  behaviour: Extract<Behaviour, { kind: 'say' | 'refuse' }>,
  request: SeenRequest,
  response: ServerResponse,
  wire: Wire,
): Promise<void> {
  const refusal = behaviour.kind === 'refuse';
  const { finish = 'stop', pace = 0, before = 0, told } = behaviour.kind === 'say' ? behaviour : {};
  const said = { text: behaviour.text, finish, refusal };
  if (before > 0) await pause(before);
  if (!request.stream) return sendJson(response, 200, wire.whole(request, said));
  begin(response, wire.begin(request));
  let sent = '';
  for (const token of tokensOf(behaviour.text)) {
    if (response.destroyed) return;
    response.write(wire.token(request, token, refusal));
    sent += token;
    told?.(sent);
    if (pace > 0) await pause(pace);
  }
  response.end(wire.end(request, said));
}

/** The pause lets what was written reach the reader before the connection goes. */
async function cut(
  { text, tokens, how }: Extract<Behaviour, { kind: 'cut' }>,
  request: SeenRequest,
  response: ServerResponse,
  wire: Wire,
): Promise<void> {
  if (request.stream) {
    begin(response, wire.begin(request));
    for (const token of tokensOf(text).slice(0, tokens)) response.write(wire.token(request, token, false));
  } else {
    const whole = JSON.stringify(wire.whole(request, { text, finish: 'stop', refusal: false }));
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(whole),
    });
    response.write(whole.slice(0, whole.length / 2));
  }
  await pause(20);
  if (how === 'reset' || !request.stream) response.socket?.resetAndDestroy();
  else response.end();
}

function begin(response: ServerResponse, events: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(events);
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}
