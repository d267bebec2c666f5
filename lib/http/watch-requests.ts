import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { log } from '#lib/telemetry/log.ts';
import { countRequest } from '#lib/telemetry/measures.ts';
import { type RequestRecord, requestStorage } from '#lib/telemetry/request-record.ts';
import { instrumentationName } from '#lib/telemetry/spans.ts';
import type { PatternOf } from './route-patterns.ts';

/** Requests of this process that are being answered, streams among them. */
export interface RequestsUnderWay {
  count: () => number;
  /** Resolves when there is none. */
  none: () => Promise<void>;
  /** The servers they came to. */
  servers: () => readonly Server[];
}

interface Started {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

/** What Node sends: https://nodejs.org/api/diagnostics_channel.html#http */
function isStarted(message: unknown): message is Started {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    message.request instanceof IncomingMessage &&
    'response' in message &&
    message.response instanceof ServerResponse &&
    'server' in message &&
    message.server instanceof Server
  );
}

const wellFormedId = /^[\w.:-]{8,128}$/;

/**
 * Follows every request of the process from its first byte to the last of its answer: gives it an id (its own, where
 * it brings a well-formed one), writes its line of log, measures it. On Node's own channel, so that pages, streams and
 * what the framework answers by itself are followed alike, whichever server serves.
 */
export function watchRequests(patternOf: PatternOf): RequestsUnderWay {
  const open = new Set<ServerResponse>();
  const servers = new Set<Server>();
  let settled = Promise.withResolvers<void>();
  subscribe('http.server.request.start', (message) => {
    if (!isStarted(message)) return;
    const { request, response, server } = message;
    servers.add(server);
    open.add(response);
    const record = begin(request, response);
    const startedAt = performance.now();
    response.once('close', () => {
      open.delete(response);
      if (open.size === 0) {
        settled.resolve();
        settled = Promise.withResolvers();
      }
      end(record, request, response, { startedAt, patternOf });
    });
  });
  return {
    count: () => open.size,
    none: async () => {
      while (open.size > 0) await settled.promise;
    },
    servers: () => [...servers],
  };
}

function begin(request: IncomingMessage, response: ServerResponse): RequestRecord {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && wellFormedId.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  const method = request.method ?? '';
  const parent = propagation.extract(ROOT_CONTEXT, request.headers);
  const span = trace
    .getTracer(instrumentationName)
    .startSpan(method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } }, parent);
  const record: RequestRecord = { id, method, route: null, code: null, fault: null, owner: null, span };
  requestStorage().enterWith(record);
  return record;
}

function end(
  record: RequestRecord,
  request: IncomingMessage,
  response: ServerResponse,
  { startedAt, patternOf }: { startedAt: number; patternOf: PatternOf },
): void {
  const { id, method, span, code, fault, owner } = record;
  const milliseconds = performance.now() - startedAt;
  const route = record.route ?? patternOf((request.url ?? '/').split('?')[0] ?? '/');
  const cut = !response.writableFinished;
  const status = response.statusCode;
  const failed = status >= 500 || fault !== null;
  const quiet = !failed && (route === '/_next/*' || route === '/healthz' || route === '/readyz');
  const fields = { id, method, route, status, code, ms: Math.round(milliseconds * 10) / 10, owner };
  log(fault !== null ? 'error' : status >= 500 ? 'warn' : quiet ? 'debug' : 'info', 'request', {
    ...fields,
    ...(cut ? { cut } : {}),
    ...(fault ? { fault } : {}),
  });
  const attributes = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': status,
    ...(code ? { 'error.type': code } : {}),
  };
  countRequest(milliseconds / 1000, attributes);
  span?.updateName(`${method} ${route}`);
  span?.setAttributes(attributes);
  if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}
