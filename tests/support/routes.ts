import { onTestFinished, vi } from 'vitest';
import { processContext } from '#lib/services/context.ts';
import * as end from '../../app/api/interviews/[id]/end/route.ts';
import * as engine from '../../app/api/interviews/[id]/engine/route.ts';
import * as redo from '../../app/api/interviews/[id]/redo/route.ts';
import * as report from '../../app/api/interviews/[id]/report/route.ts';
import * as reportJson from '../../app/api/interviews/[id]/report.json/route.ts';
import * as reportMd from '../../app/api/interviews/[id]/report.md/route.ts';
import * as interview from '../../app/api/interviews/[id]/route.ts';
import * as selfVote from '../../app/api/interviews/[id]/self-vote/route.ts';
import * as stream from '../../app/api/interviews/[id]/stream/route.ts';
import * as turns from '../../app/api/interviews/[id]/turns/route.ts';
import * as interviews from '../../app/api/interviews/route.ts';
import { practiceHandler } from './practice-routes.ts';
import { temporaryFolder } from './world.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

const routes: Record<string, Partial<Record<Method, Handler>>> = {
  '': interview,
  '/end': end,
  '/engine': engine,
  '/redo': redo,
  '/report': report,
  '/report.json': reportJson,
  '/report.md': reportMd,
  '/self-vote': selfVote,
  '/stream': stream,
  '/turns': turns,
};

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The code of an error answer. */
  code: string | undefined;
}

export interface Browser {
  cookie: string;
  send: (method: Method, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

/** The process's own context on a data folder of this test's own. */
export function freshProcess(): void {
  vi.stubEnv('DATA_DIRECTORY', temporaryFolder());
  globalThis.barRaiserProcess = undefined;
  onTestFinished(async () => {
    (await processContext()).database.$client.close();
    globalThis.barRaiserProcess = undefined;
    vi.unstubAllEnvs();
  });
}

/** Calls the route handlers as a browser would, keeping its cookie. A string body is sent as it is. */
export function openBrowser(): Browser {
  const browser: Browser = {
    cookie: '',
    send: async (method, path, body, headers = {}) => {
      const request = new Request(`http://localhost:3000${path}`, {
        method,
        headers: { host: 'localhost:3000', cookie: browser.cookie, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const response = await handlerOf(method, path)(request);
      browser.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? browser.cookie;
      const text = await response.text();
      const code = /^\{"error":\{"code":"(\w+)"/.exec(text)?.[1];
      return { status: response.status, headers: response.headers, text, code };
    },
  };
  return browser;
}

function handlerOf(method: Method, path: string): (request: Request) => Promise<Response> {
  const practice = practiceHandler(method, path);
  if (practice) return practice;
  if (path === '/api/interviews' && (method === 'GET' || method === 'POST')) {
    const handler = method === 'GET' ? interviews.GET : interviews.POST;
    return (request) => handler(request, { params: Promise.resolve({}) });
  }
  const [, id, rest] = /^\/api\/interviews\/([^/]+)(.*)$/.exec(path) ?? [];
  const handler = routes[rest ?? '']?.[method];
  if (!id || !handler) throw new Error(`There is no route ${method} ${path}.`);
  return (request) => handler(request, { params: Promise.resolve({ id }) });
}

/** Starts an interview; gives its path. */
export async function startedOver(browser: Browser): Promise<string> {
  const body = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
  const { text } = await browser.send('POST', '/api/interviews', body);
  const id = /"id":"([^"]+)"/.exec(text)?.[1];
  if (!id) throw new Error(`No interview was started: ${text}`);
  return `/api/interviews/${id}`;
}
