import { request as openRequest } from 'node:http';
import fc from 'fast-check';
import { HttpVisitor } from '#tests/support/http-visitor.ts';
import { lateExport } from '#tests/support/own-stories.ts';
import { type FuzzRequest, fuzzRequests, type Known } from './requests.ts';

export interface FuzzFindings {
  /** How often each status was answered. */
  statuses: Record<number, number>;
  /** Requests that were answered by a fault of the server, with a trace, or not at all. */
  problems: string[];
  /** Milliseconds of the slowest answer, and what it was asked. */
  slowest: { milliseconds: number; request: string };
}

/** Frames of a stack, and paths that only a server knows. */
const trace = /\n\s+at .+:\d+:\d+|node_modules\/|file:\/\/\/|\/\.next\/server\/|\bSQLITE_|\bTypeError\b/u;
const longestAnswer = 30_000;

/**
 * Sends so many requests, the same ones for the same seed, as an owner who has an interview and a story, and collects
 * what must never be answered: a status of 500 or more (but for a voice or a model that is not set up), a trace of
 * the server's insides, nothing.
 */
export async function playFuzz(
  address: string,
  { seed, count }: { seed: number; count: number },
): Promise<FuzzFindings> {
  const known = await makeKnown(address);
  const requests = fc.sample(fuzzRequests(known), { seed, numRuns: count });
  const findings: FuzzFindings = { statuses: {}, problems: [], slowest: { milliseconds: 0, request: '' } };
  const sendNext = async () => {
    for (let next = requests.pop(); next; next = requests.pop()) await sendOne(address, next, findings);
  };
  await Promise.all([sendNext(), sendNext(), sendNext(), sendNext()]);
  return findings;
}

async function makeKnown(address: string): Promise<Known> {
  const visitor = new HttpVisitor(address);
  const interviews = [await visitor.startInterview(), await visitor.startInterview('ownership')];
  const stories = ['fuzzed-story-1'];
  await visitor.send('POST', '/api/stories', { id: stories[0], content: lateExport });
  return { cookie: visitor.cookieHeader, interviews, stories };
}

async function sendOne(address: string, sent: FuzzRequest, findings: FuzzFindings): Promise<void> {
  const begin = performance.now();
  const { method, headers, target, body } = sent;
  const shown = JSON.stringify([
    method,
    target.slice(0, 200),
    headers.map(([name, value]) => [name, value.slice(0, 200)]),
    body?.slice(0, 300),
  ]);
  try {
    const { status, text } = await exchange(address, sent);
    findings.statuses[status] = (findings.statuses[status] ?? 0) + 1;
    if (status >= 500 && !/"code":"model_\w+"/u.test(text))
      findings.problems.push(`${status} to ${shown}: ${text.slice(0, 300)}`);
    const found = trace.exec(text);
    if (found) findings.problems.push(`a trace "${found[0]}" to ${shown}`);
  } catch (error) {
    findings.problems.push(`no answer (${error instanceof Error ? error.message : error}) to ${shown}`);
  }
  const milliseconds = performance.now() - begin;
  if (milliseconds > findings.slowest.milliseconds) findings.slowest = { milliseconds, request: shown };
}

/** Sends exactly these bytes, which fetch would tidy first. */
function exchange(address: string, sent: FuzzRequest): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(address);
  const body = sent.body === null ? null : Buffer.from(sent.body);
  const length: [string, string][] = body ? [['content-length', String(body.length)]] : [];
  return new Promise((resolve, reject) => {
    const request = openRequest(
      {
        ...{ hostname, port, method: sent.method, path: sent.target, timeout: longestAnswer },
        headers: [['host', `${hostname}:${port}`], ...sent.headers, ...length].flat(),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error(`nothing within ${longestAnswer} ms`)));
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}
