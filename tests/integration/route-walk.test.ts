import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '#tests/e2e/support/server.ts';
import { type HttpAnswer, HttpVisitor } from '#tests/support/http-visitor.ts';
import { lateExport } from '#tests/support/own-stories.ts';
import { findRoutes } from '#tests/support/route-tree.ts';
import { tellings } from '#tests/support/world.ts';

/** Stands in everything A wrote. */
const secret = 'Nightjar';

/** What a request is made for: one interview, one story, one exercise of that story. */
interface Names {
  interview: string;
  /** Another interview, assessed and voted on. */
  debriefed: string;
  story: string;
  exercise: string;
  /** A loop whose first question is under way. */
  loop: string;
}

interface Walked {
  /**
   * named: asks for something by its name; a name that is someone else's must look like one that never was.
   * own: asks for what is one's own; nothing of anybody else's may be in it. open: the same for everybody.
   */
  kind: 'named' | 'own' | 'open';
  path: (names: Names) => string;
  body?: (names: Names) => unknown;
  type?: string;
  /** What A is answered, so that a request that is wrong for everybody proves nothing. */
  forOwner: number;
}

const choice = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
const at = (where: string) => () => where;
const inInterview =
  (rest = '') =>
  ({ interview }: Names) =>
    `/api/interviews/${interview}${rest}`;
const inDebriefed =
  (rest = '') =>
  ({ debriefed }: Names) =>
    `/api/interviews/${debriefed}${rest}`;

const inLoop =
  (rest = '') =>
  ({ loop }: Names) =>
    `/api/loops/${loop}${rest}`;
const plannedLoop = {
  principles: ['ownership', 'dive-deep'],
  questions: 3,
  level: 'sde2',
  mode: 'typed',
  minutes: 25,
};

/** One entry for each route that the file tree has; deletions come last, A walks through all of it in this order. */
const walks: Record<string, Walked> = {
  'GET /': { kind: 'own', path: at('/'), forOwner: 200 },
  'GET /account': { kind: 'own', path: at('/account'), forOwner: 200 },
  'GET /account/link': { kind: 'open', path: at('/account/link?token=x'), forOwner: 200 },
  'GET /drill': { kind: 'own', path: at('/drill'), forOwner: 200 },
  'GET /drill/[exerciseId]': { kind: 'named', path: ({ exercise }) => `/drill/${exercise}`, forOwner: 200 },
  'GET /history': { kind: 'own', path: at('/history'), forOwner: 200 },
  'GET /history/compare': {
    kind: 'named',
    // An attempt is not compared with itself: whoever may see it is led back to choose another.
    path: ({ debriefed }) => `/history/compare?one=${debriefed}&other=${debriefed}`,
    forOwner: 307,
  },
  'GET /history/questions': { kind: 'own', path: at('/history/questions'), forOwner: 200 },
  'GET /history/trends': { kind: 'own', path: at('/history/trends'), forOwner: 200 },
  'GET /interviews/[id]': {
    kind: 'named',
    path: ({ interview }) => `/interviews/${interview}`,
    forOwner: 200,
  },
  'GET /interviews/[id]/developer': {
    kind: 'named',
    path: ({ debriefed }) => `/interviews/${debriefed}/developer`,
    forOwner: 200,
  },
  'GET /interviews/[id]/replay': {
    kind: 'named',
    path: ({ debriefed }) => `/interviews/${debriefed}/replay`,
    forOwner: 200,
  },
  'GET /loops/[id]': { kind: 'named', path: ({ loop }) => `/loops/${loop}`, forOwner: 200 },
  'GET /loops/new': { kind: 'own', path: at('/loops/new'), forOwner: 200 },
  'GET /mock': { kind: 'own', path: ({ story }) => `/mock?story=${story}`, forOwner: 200 },
  'GET /stories': { kind: 'own', path: at('/stories'), forOwner: 200 },
  'GET /stories/[id]': { kind: 'named', path: ({ story }) => `/stories/${story}`, forOwner: 200 },
  'GET /stories/new': { kind: 'own', path: at('/stories/new'), forOwner: 200 },
  'GET /study': { kind: 'own', path: at('/study'), forOwner: 200 },
  'GET /study/[scenarioId]': {
    kind: 'own',
    path: at('/study/have-backbone-unpopular-opinion'),
    forOwner: 200,
  },
  'GET /healthz': { kind: 'open', path: at('/healthz'), forOwner: 200 },
  'GET /readyz': { kind: 'open', path: at('/readyz'), forOwner: 200 },
  'GET /api/auth/[...path]': { kind: 'open', path: at('/api/auth/callback/oidc'), forOwner: 404 },
  'GET /api/account/arrive': { kind: 'own', path: at('/api/account/arrive'), forOwner: 303 },
  'POST /api/account/arrive': { kind: 'own', path: at('/api/account/arrive'), forOwner: 303 },
  'GET /api/account/export': { kind: 'own', path: at('/api/account/export'), forOwner: 200 },
  'POST /api/account/sign-in': {
    kind: 'own',
    path: at('/api/account/sign-in'),
    body: () => ({ method: 'provider' }),
    forOwner: 404,
  },
  'GET /api/drill/session': { kind: 'own', path: at('/api/drill/session'), forOwner: 200 },
  'POST /api/drill/answers': {
    kind: 'named',
    path: at('/api/drill/answers'),
    body: ({ exercise }) => ({
      id: randomUUID(),
      exerciseId: exercise,
      answer: { type: 'text', text: 'I took on the export.' },
      utcOffset: 0,
    }),
    forOwner: 200,
  },
  'GET /api/progress': { kind: 'own', path: at('/api/progress'), forOwner: 200 },
  'POST /api/study/read': {
    kind: 'own',
    path: at('/api/study/read'),
    body: () => ({ scenarioId: 'have-backbone-unpopular-opinion', part: 'probes' }),
    forOwner: 204,
  },
  'GET /api/interviews': { kind: 'own', path: at('/api/interviews'), forOwner: 200 },
  'POST /api/interviews': { kind: 'own', path: at('/api/interviews'), body: () => choice, forOwner: 201 },
  'GET /api/interviews/[id]': { kind: 'named', path: inInterview(), forOwner: 200 },
  'POST /api/interviews/[id]/turns': {
    kind: 'named',
    path: inInterview('/turns'),
    body: () => ({ clientTurnId: randomUUID(), text: 'I asked her for the March figures.' }),
    forOwner: 200,
  },
  'GET /api/interviews/[id]/stream': { kind: 'named', path: inInterview('/stream'), forOwner: 204 },
  'POST /api/interviews/[id]/engine': {
    kind: 'named',
    path: inInterview('/engine'),
    body: () => ({ engine: 'embedded' }),
    forOwner: 200,
  },
  'POST /api/interviews/[id]/end': { kind: 'named', path: inInterview('/end'), forOwner: 200 },
  'POST /api/interviews/[id]/self-vote': {
    kind: 'named',
    path: inInterview('/self-vote'),
    body: () => ({ skip: true }),
    forOwner: 204,
  },
  'GET /api/interviews/[id]/report': { kind: 'named', path: inDebriefed('/report'), forOwner: 200 },
  'GET /api/interviews/[id]/report.md': { kind: 'named', path: inDebriefed('/report.md'), forOwner: 200 },
  'GET /api/interviews/[id]/report.json': { kind: 'named', path: inDebriefed('/report.json'), forOwner: 200 },
  'POST /api/interviews/[id]/redo': {
    kind: 'named',
    path: inDebriefed('/redo'),
    body: () => ({ section: 'task', text: 'I took on the export, which was not my own.' }),
    forOwner: 200,
  },
  // A voice is set up whose server nobody can reach: it is asked for A's interview only.
  'POST /api/voice/speech': {
    kind: 'named',
    path: at('/api/voice/speech'),
    body: ({ interview }) => ({ interviewId: interview, text: 'What did you do?' }),
    forOwner: 502,
  },
  'POST /api/voice/transcriptions': {
    kind: 'named',
    path: ({ interview }) => `/api/voice/transcriptions?interview=${interview}`,
    body: () => 'sound',
    type: 'audio/webm',
    forOwner: 409,
  },
  'GET /api/loops': { kind: 'own', path: at('/api/loops'), forOwner: 200 },
  'POST /api/loops': { kind: 'own', path: at('/api/loops'), body: () => plannedLoop, forOwner: 201 },
  'GET /api/loops/[id]': { kind: 'named', path: inLoop(), forOwner: 200 },
  'POST /api/loops/[id]/questions': { kind: 'named', path: inLoop('/questions'), forOwner: 201 },
  'POST /api/loops/[id]/pause': { kind: 'named', path: inLoop('/pause'), forOwner: 204 },
  'POST /api/loops/[id]/resume': { kind: 'named', path: inLoop('/resume'), forOwner: 204 },
  'POST /api/loops/[id]/end': { kind: 'named', path: inLoop('/end'), forOwner: 200 },
  'POST /api/loops/[id]/self-vote': {
    kind: 'named',
    path: inLoop('/self-vote'),
    body: () => ({ skip: true }),
    forOwner: 204,
  },
  'GET /api/loops/[id]/report': { kind: 'named', path: inLoop('/report'), forOwner: 200 },
  'GET /api/loops/[id]/report.md': { kind: 'named', path: inLoop('/report.md'), forOwner: 200 },
  'GET /api/loops/[id]/report.json': { kind: 'named', path: inLoop('/report.json'), forOwner: 200 },
  'DELETE /api/loops/[id]': { kind: 'named', path: inLoop(), forOwner: 204 },
  'GET /api/stories': { kind: 'own', path: at('/api/stories'), forOwner: 200 },
  'POST /api/stories': {
    kind: 'own',
    path: at('/api/stories'),
    body: () => ({ id: randomUUID(), content: lateExport }),
    forOwner: 201,
  },
  'GET /api/stories/export.json': { kind: 'own', path: at('/api/stories/export.json'), forOwner: 200 },
  'GET /api/stories/export.md': { kind: 'own', path: at('/api/stories/export.md'), forOwner: 200 },
  'POST /api/stories/import': {
    kind: 'own',
    path: at('/api/stories/import'),
    body: () => ({ format: 'json', text: '{' }),
    forOwner: 400,
  },
  'GET /api/stories/[id]': { kind: 'named', path: ({ story }) => `/api/stories/${story}`, forOwner: 200 },
  'POST /api/stories/[id]/interviews': {
    kind: 'named',
    path: ({ story }) => `/api/stories/${story}/interviews`,
    body: () => choice,
    forOwner: 201,
  },
  'PUT /api/stories/[id]': {
    kind: 'named',
    path: ({ story }) => `/api/stories/${story}`,
    body: () => ({ baseVersion: 1, content: { ...lateExport, title: 'Changed' } }),
    forOwner: 200,
  },
  'DELETE /api/stories/[id]': { kind: 'named', path: ({ story }) => `/api/stories/${story}`, forOwner: 204 },
  'DELETE /api/interviews/[id]': { kind: 'named', path: inInterview(), forOwner: 204 },
  // Signing out leaves nobody, who has nothing to delete: it comes last.
  'DELETE /api/account': { kind: 'own', path: at('/api/account'), forOwner: 204 },
  'POST /api/account/sign-out': { kind: 'own', path: at('/api/account/sign-out'), forOwner: 204 },
};

const nowhere = 'http://127.0.0.1:9/v1';
const voice = {
  SPEECH_MODEL: 'spoken',
  SPEECH_BASE_URL: nowhere,
  TRANSCRIBE_MODEL: 'heard',
  TRANSCRIBE_BASE_URL: nowhere,
};

let server: TestServer;
let folder: string;
let database: string;
let owner: HttpVisitor;
let stranger: HttpVisitor;
let names: Names;

async function fillHistory(visitor: HttpVisitor): Promise<Names> {
  const [telling] = tellings();
  const text = `${telling?.answer} The project was called ${secret}.`;
  const [interview, debriefed] = [await visitor.startInterview(), await visitor.startInterview()];
  for (const id of [interview, debriefed])
    await visitor.send('POST', `/api/interviews/${id}/turns`, { clientTurnId: randomUUID(), text });
  await visitor.send('POST', `/api/interviews/${debriefed}/end`);
  await visitor.send('POST', `/api/interviews/${debriefed}/self-vote`, { skip: true });
  const story = randomUUID();
  const content = { ...lateExport, title: `${secret}, an export that came late` };
  expect((await visitor.send('POST', '/api/stories', { id: story, content })).status).toBe(201);
  const exercise = `section.story.${story}.task`;
  const answer = { type: 'text', text: `I took on ${secret}.` };
  const drilled = { id: randomUUID(), exerciseId: exercise, answer, utcOffset: 0 };
  expect((await visitor.send('POST', '/api/drill/answers', drilled)).status).toBe(200);
  const mark = { scenarioId: 'have-backbone-unpopular-opinion', part: 'story' };
  expect((await visitor.send('POST', '/api/study/read', mark)).status).toBe(204);
  const planned = await visitor.send('POST', '/api/loops', plannedLoop);
  const loop = z.object({ id: z.string() }).parse(JSON.parse(planned.text)).id;
  const opened = await visitor.send('POST', `/api/loops/${loop}/questions`);
  const first = z.object({ id: z.string() }).parse(JSON.parse(opened.text)).id;
  await visitor.send('POST', `/api/interviews/${first}/turns`, { clientTurnId: randomUUID(), text });
  return { interview, debriefed, story, exercise, loop };
}

/** Every row of the store that names A or anything of A's, as text. */
async function rowsOfOwner(): Promise<string[]> {
  const client = createClient({ url: database });
  try {
    const of = await client.execute({
      sql: 'select owner_id from stories where id = ?',
      args: [names.story],
    });
    const ownerId = z.string().parse(of.rows[0]?.owner_id);
    const tables = await client.execute("select name from sqlite_master where type = 'table'");
    const marks = [ownerId, names.interview, names.debriefed, names.story, names.loop];
    const rows: string[] = [];
    for (const { name } of tables.rows) {
      const table = z.string().parse(name);
      // Counters and leases go on by themselves.
      if (/^(?:sqlite_|__|limit|lease)/u.test(table)) continue;
      const { rows: found } = await client.execute(`select * from "${table}"`);
      rows.push(...found.map((row) => `${table} ${JSON.stringify(row)}`));
    }
    return rows.filter((row) => marks.some((mark) => row.includes(mark))).sort();
  } finally {
    client.close();
  }
}

/** Names of the same form that never were. */
function neverWere(): Names {
  const story = randomUUID();
  return {
    interview: randomUUID(),
    debriefed: randomUUID(),
    story,
    exercise: `section.story.${story}.task`,
    loop: randomUUID(),
  };
}

/** An answer without what differs each time: the names that were asked for, ids, nonces, moments. */
function comparable({ status, headers, text }: HttpAnswer, asked: Names) {
  const plain = (value: string) =>
    Object.values(asked)
      .reduce((rest, name) => rest.replaceAll(name, '<name>'), value)
      .replaceAll(encodeURIComponent(asked.exercise), '<name>')
      .replace(/nonce(?:=|\\?":\\?|-)"?[\w+/=-]+/gu, 'nonce')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, '<id>');
  const told = ['content-type', 'cache-control', 'location', 'set-cookie', 'content-disposition', 'allow'];
  return {
    status,
    headers: told.map(
      (name) => `${name}: ${plain(headers.get(name) ?? '').replace(/owner=[^;]+/u, 'owner')}`,
    ),
    text: plain(text),
  };
}

async function ask(visitor: HttpVisitor, route: string, asked: Names): Promise<HttpAnswer> {
  const walked = walks[route];
  if (!walked) throw new Error(`There is no walk for ${route}.`);
  const [method = ''] = route.split(' ');
  return visitor.send(
    method,
    walked.path(asked),
    walked.body?.(asked),
    walked.type ? { 'content-type': walked.type } : {},
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bar-raiser-walk-'));
  database = `file:${path.join(folder, 'walk.db')}`;
  server = await startServer({ DATABASE_URL: database, ...voice });
  [owner, stranger] = [new HttpVisitor(server.address), new HttpVisitor(server.address)];
  names = await fillHistory(owner);
  await stranger.startInterview();
}, 180_000);

afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const routes = findRoutes().map(({ method, pattern }) => `${method} ${pattern}`);
const routesOf = (kind: Walked['kind']) => Object.keys(walks).filter((route) => walks[route]?.kind === kind);

test('every route of the app has its entry, and every entry its route', () => {
  expect(Object.keys(walks).sort()).toEqual(routes.sort());
});

describe('someone else, and nobody', () => {
  const nobody = () => new HttpVisitor(server.address);

  test.for(routesOf('named'))("%s: another's is like one that never was", async (route) => {
    const before = await rowsOfOwner();
    for (const visitor of [stranger, nobody()]) {
      const [unknown, answer] = [neverWere(), await ask(visitor, route, names)];
      // A visitor whom this request made an owner is one for both questions.
      const twin = visitor === stranger ? stranger : nobody();
      expect(comparable(answer, names)).toEqual(comparable(await ask(twin, route, unknown), unknown));
      expect(answer.text).not.toContain(secret);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect(await rowsOfOwner()).toEqual(before);
  });

  test.for([...routesOf('own'), ...routesOf('open')])(
    '%s: nothing of A is seen or changed',
    async (route) => {
      const before = await rowsOfOwner();
      const other = new HttpVisitor(server.address);
      await other.startInterview();
      for (const visitor of [other, nobody()]) {
        const answer = await ask(visitor, route, names);
        const { status, text } = answer;
        expect(status).toBeLessThan(500);
        expect(text).not.toContain(secret);
        for (const name of [names.interview, names.debriefed]) expect(text).not.toContain(name);
      }
      expect(await rowsOfOwner()).toEqual(before);
    },
  );

  test('take no longer or shorter to be refused than what never was', { timeout: 60_000 }, async () => {
    const differences: number[] = [];
    const timed = async (asked: Names) => {
      const begin = performance.now();
      await ask(stranger, 'GET /api/interviews/[id]', asked);
      return performance.now() - begin;
    };
    for (let pair = 0; pair < 100; pair += 1) {
      const [first, second] = pair % 2 === 0 ? [names, neverWere()] : [neverWere(), names];
      const [one, other] = [await timed(first), await timed(second)];
      differences.push(pair % 2 === 0 ? one - other : other - one);
    }
    const median = differences.toSorted((a, b) => a - b)[50] ?? Number.NaN;
    expect(Math.abs(median)).toBeLessThan(2);
  });
});

test('A is answered by every one of them', { timeout: 60_000 }, async () => {
  const wrong: string[] = [];
  for (const [route, { forOwner }] of Object.entries(walks)) {
    const { status, text } = await ask(owner, route, names);
    if (status !== forOwner) wrong.push(`${route}: ${status} ${text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
});
