import { beforeEach, describe, expect, test, vi } from 'vitest';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { reportSchema } from '#lib/domain/report-schema.ts';
import { processContext } from '#lib/services/context.ts';
import { freshProcess, openBrowser, startedOver } from '#tests/support/routes.ts';
import { tellings } from '#tests/support/world.ts';

const story = tellings()[0]?.answer ?? '';
const turn = (text: string, clientTurnId = crypto.randomUUID()) => ({ clientTurnId, text });
const turnsOf = (view: string) => interviewViewSchema.parse(JSON.parse(view)).turns;

beforeEach(() => {
  freshProcess();
  vi.spyOn(console, 'info').mockImplementation(() => {});
});

describe('the owner', () => {
  test('is made at the first interview, by a signed http-only cookie, and not by reading', async () => {
    const browser = openBrowser();
    expect((await browser.send('GET', '/api/interviews')).headers.get('set-cookie')).toBeNull();
    const started = await browser.send('POST', '/api/interviews', {
      scenarioId: 'hbdc',
      level: 'sde1',
      mode: 'spoken',
    });
    expect(started.status).toBe(201);
    expect(started.headers.get('set-cookie')).toMatch(
      /^owner=[\w-]+\.[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
    );
    expect(JSON.parse((await browser.send('GET', '/api/interviews')).text)).toHaveLength(1);
  });

  test('stays the same over interviews; behind https the cookie is bound to the host and to https', async () => {
    const browser = openBrowser();
    const body = { scenarioId: 'ownership', level: 'senior', mode: 'typed' };
    const https = { 'x-forwarded-proto': 'https' };
    const first = await browser.send('POST', '/api/interviews', body, https);
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-owner=[^;]+; Path=\/; .*; Secure$/);
    await browser.send('POST', '/api/interviews', body, https);
    expect(JSON.parse((await browser.send('GET', '/api/interviews', undefined, https)).text)).toHaveLength(2);
    // What another host of the domain could have put there is not believed behind https.
    const planted = { ...https, cookie: browser.cookie.replace('__Host-', '') };
    expect(JSON.parse((await browser.send('GET', '/api/interviews', undefined, planted)).text)).toEqual([]);
  });

  test('lives through a change of the secret, and its cookie is signed anew by the first request after it', async () => {
    const [old, next] = ['o'.repeat(32), 'n'.repeat(32)];
    vi.stubEnv('OWNER_SECRET', old);
    const browser = openBrowser();
    const path = await startedOver(browser);
    const before = browser.cookie;
    (await processContext()).database.$client.close();
    globalThis.barRaiserProcess = undefined;
    vi.stubEnv('OWNER_SECRET', `${next},${old}`);
    const seen = await browser.send('GET', path);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('set-cookie')).toMatch(/^owner=[^;]+; Path=\/; Max-Age=31536000; HttpOnly/);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.send('GET', path)).headers.get('set-cookie')).toBeNull();
    (await processContext()).database.$client.close();
    globalThis.barRaiserProcess = undefined;
    vi.stubEnv('OWNER_SECRET', next);
    expect((await browser.send('GET', path)).status).toBe(200);
    expect((await browser.send('GET', path, undefined, { cookie: before })).status).toBe(404);
  });

  test('with a cookie that was tampered with is nobody', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const [id, signature] = browser.cookie.slice('owner='.length).split('.');
    const flipped = `${signature?.startsWith('A') ? 'B' : 'A'}${signature?.slice(1)}`;
    for (const value of [`${id}.${flipped}`, `x${id}.${signature}`, `${id}`, `${id}.`, '']) {
      const stranger = { ...openBrowser() };
      expect((await stranger.send('GET', path, undefined, { cookie: `owner=${value}` })).status).toBe(404);
    }
  });

  test("cannot reach another owner's interview by any route", async () => {
    const path = await startedOver(openBrowser());
    const stranger = openBrowser();
    await startedOver(stranger);
    const requests = [
      ['GET', path],
      ['POST', `${path}/turns`, turn(story)],
      ['GET', `${path}/stream`],
      ['POST', `${path}/end`],
      ['POST', `${path}/engine`, { engine: 'embedded' }],
      ['POST', `${path}/self-vote`, { skip: true }],
      ['GET', `${path}/report`],
      ['GET', `${path}/report.md`],
      ['GET', `${path}/report.json`],
      ['POST', `${path}/redo`, { section: 'task', text: 'I took it on.' }],
      ['DELETE', path],
    ] as const;
    for (const [method, target, body] of requests) {
      expect(await stranger.send(method, target, body), `${method} ${target}`).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });
});

describe('bad input', () => {
  const bad: [string, unknown, number, string][] = [
    ['a blank message', turn(' \n\t '), 400, 'blank_turn'],
    ['nothing but control characters', turn('\u0000\u0007\u001b\u0085'), 400, 'blank_turn'],
    ['nothing but invisible characters', turn('\u200b\u2060\ufeff'), 400, 'blank_turn'],
    ['50,000 characters', turn('word '.repeat(10_000)), 413, 'turn_too_long'],
    ['20,001 characters of four bytes', turn('𝒂'.repeat(10_001)), 413, 'turn_too_long'],
    ['more than the body may hold', turn('x'.repeat(300_000)), 413, 'body_too_large'],
    ['a body that is no JSON', 'text=hello', 400, 'bad_json'],
    ['an empty body', '', 400, 'bad_json'],
    ['JSON of another shape', [turn('Hello.')], 400, 'bad_request'],
    ['no text', { clientTurnId: 'a' }, 400, 'bad_request'],
    ['a text that is no string', { clientTurnId: 'a', text: 5 }, 400, 'bad_request'],
    ['no client turn id', { text: 'Hello.' }, 400, 'bad_request'],
    ['an endless client turn id', turn('Hello.', 'x'.repeat(101)), 400, 'bad_request'],
    ['a negative duration', { ...turn('Hello.'), spokenSeconds: -1 }, 400, 'bad_request'],
  ];

  test.for(bad)('%s is refused, and nothing is stored', async ([, body, status, code]) => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    expect(await browser.send('POST', `${path}/turns`, body)).toMatchObject({ status, code });
    expect(turnsOf((await browser.send('GET', path)).text)).toHaveLength(1);
  });

  test('says how long a text was and may be, and which field was wrong', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const long = await browser.send('POST', `${path}/turns`, turn('x'.repeat(50_000)));
    expect(long.text).toContain('50,000');
    expect(long.text).toContain('20,000');
    const wrong = await browser.send('POST', `${path}/turns`, { clientTurnId: 'a' });
    expect(JSON.parse(wrong.text).error.message).toContain('text');
  });

  test('takes 20,000 characters of four bytes, escaped as long as JSON can', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const escaped = `{"clientTurnId":"a","text":"I said: ${'\\ud835\\udc82'.repeat(9_990)}"}`;
    expect((await browser.send('POST', `${path}/turns`, escaped)).status).toBe(200);
  });

  test.for(['nonsense', '../../etc/passwd', '00000000-0000-4000-8000-000000000000', "x' OR 1=1 --"])(
    'the unknown id %s is not found',
    async (id) => {
      const browser = openBrowser();
      await startedOver(browser);
      const path = `/api/interviews/${encodeURIComponent(id)}`;
      expect(await browser.send('GET', path)).toMatchObject({ status: 404, code: 'not_found' });
      expect(await browser.send('POST', `${path}/turns`, turn('Hello.'))).toMatchObject({ status: 404 });
    },
  );

  test.for([
    [{ level: 'sde2', mode: 'typed' }, 400, 'bad_request'],
    [{ scenarioId: 'hbdc', level: 'principal', mode: 'typed' }, 400, 'bad_request'],
    [{ scenarioId: 'hbdc', level: 'sde2', mode: 'sung' }, 400, 'bad_request'],
    [{ scenarioId: 'nowhere', level: 'sde2', mode: 'typed' }, 404, 'unknown_scenario'],
    [{ scenarioId: '__proto__', level: 'sde2', mode: 'typed' }, 404, 'unknown_scenario'],
    ['{', 400, 'bad_json'],
  ] as const)('%j starts nothing and makes no owner', async ([body, status, code]) => {
    const answer = await openBrowser().send('POST', '/api/interviews', body);
    expect(answer).toMatchObject({ status, code });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test.for([{}, { vote: 'maybe' }, { skip: false }, { vote: 'hire', skip: true }, { vote: null }])(
    'the self-vote %j is refused',
    async (body) => {
      const browser = openBrowser();
      const path = await startedOver(browser);
      await browser.send('POST', `${path}/end`);
      expect(await browser.send('POST', `${path}/self-vote`, body)).toMatchObject({ code: 'bad_request' });
    },
  );
});

describe('a write from another site', () => {
  test.for([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:4000' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused: %j', async (headers) => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const answer = await browser.send('POST', `${path}/turns`, turn(story), headers);
    expect(answer).toMatchObject({ status: 403, code: 'wrong_origin' });
    expect(await browser.send('DELETE', path, undefined, headers)).toMatchObject({ status: 403 });
  });

  test.for([
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
    { origin: 'https://public.example', 'x-forwarded-host': 'public.example' },
  ])('its own pages may write: %j', async (headers) => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    expect((await browser.send('DELETE', path, undefined, headers)).status).toBe(204);
  });
});

describe('a turn', () => {
  test('streams the reply as a message named after its turn, then where the interview is', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const answer = await browser.send('POST', `${path}/turns`, turn(story, 'one'));
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const chunks = answer.text.match(/\{.*\}/g)?.map((chunk) => JSON.parse(chunk)) ?? [];
    expect(chunks[0]).toEqual({ type: 'start', messageId: 't3' });
    const said = chunks.filter(({ type }) => type === 'text-delta').map(({ delta }) => delta);
    expect(turnsOf((await browser.send('GET', path)).text).at(-1)).toMatchObject({
      id: 't3',
      text: said.join(''),
    });
    expect(chunks.slice(-3)).toMatchObject([
      { type: 'data-phase', data: { phase: 'probing', questionsAsked: 1, questionsAtMost: 6 } },
      { type: 'data-clock', data: { budgetSeconds: 1500 } },
      { type: 'finish' },
    ]);
    expect((await browser.send('POST', `${path}/turns`, turn(story, 'one'))).text).toContain('"t3"');
    const conflict = await browser.send('POST', `${path}/turns`, turn('Other words.', 'one'));
    expect(conflict).toMatchObject({ status: 409, code: 'turn_conflict' });
    expect((await browser.send('GET', `${path}/stream`)).status).toBe(204);
  });

  test('is stored and its reply finished although nobody listens any more', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    const { POST } = await import('../../app/api/interviews/[id]/turns/route.ts');
    const request = new Request(`http://localhost:3000${path}/turns`, {
      method: 'POST',
      headers: { cookie: browser.cookie },
      body: JSON.stringify(turn(story, 'one')),
    });
    const id = path.split('/').at(-1) ?? '';
    const response = await POST(request, { params: Promise.resolve({ id }) });
    await response.body?.cancel();
    await vi.waitFor(async () => {
      const view = interviewViewSchema.parse(JSON.parse((await browser.send('GET', path)).text));
      expect(view.awaitingReply).toBe(false);
      expect(view.turns).toHaveLength(3);
    });
  });

  test('whose engine fails says so in the stream, keeps the turn, and is answered by a resume', async () => {
    const context = await processContext();
    const { assess } = context.engine;
    const browser = openBrowser();
    const path = await startedOver(browser);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    context.engine.assess = () => Promise.reject(new Error(story));
    const failed = await browser.send('POST', `${path}/turns`, turn(story, 'one'));
    const error = /\{"type":"error".*\}/.exec(failed.text)?.[0] ?? '';
    expect(JSON.parse(JSON.parse(error).errorText).error.code).toBe('internal');
    const logged = vi.mocked(console.error).mock.calls.flat().join('\n');
    expect(JSON.parse(logged)).toMatchObject({
      level: 'error',
      event: 'request',
      status: 500,
      code: 'internal',
      method: 'POST',
      route: '/api/interviews/[id]/turns',
      fault: expect.stringMatching(/^Error \| at /),
    });
    expect(logged).not.toContain(story.slice(0, 40));
    vi.mocked(console.error).mockClear();

    context.engine.assess = assess;
    const resumed = await browser.send('GET', `${path}/stream`);
    expect(resumed).toMatchObject({ status: 200 });
    expect(resumed.text).toContain('"messageId":"t3"');
  });

  test('goes on without a model only by the one choice there is', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    expect(await browser.send('POST', `${path}/engine`, { engine: 'openai:gpt' })).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
    const { text, status } = await browser.send('POST', `${path}/engine`, { engine: 'embedded' });
    expect(status).toBe(200);
    expect(interviewViewSchema.parse(JSON.parse(text)).engines).toMatchObject({
      speaking: 'embedded',
      changed: null,
    });
  });

  test('after the end is refused', async () => {
    const browser = openBrowser();
    const path = await startedOver(browser);
    await browser.send('POST', `${path}/end`);
    const late = await browser.send('POST', `${path}/turns`, turn(story));
    expect(late).toMatchObject({ status: 409, code: 'interview_over' });
  });
});

test('the debrief comes after the vote, as JSON, and as files to keep', async () => {
  const browser = openBrowser();
  const path = await startedOver(browser);
  await browser.send('POST', `${path}/turns`, turn(story));
  expect(await browser.send('GET', `${path}/report`)).toMatchObject({ status: 409, code: 'interview_open' });
  const progress = await browser.send('POST', `${path}/end`);
  expect(progress.text.match(/"step":"\w+"/g)).toEqual([
    '"step":"closed"',
    '"step":"read"',
    '"step":"debriefed"',
  ]);
  for (const file of ['report', 'report.md', 'report.json']) {
    expect(await browser.send('GET', `${path}/${file}`)).toMatchObject({
      status: 409,
      code: 'self_vote_first',
    });
  }
  expect((await browser.send('POST', `${path}/self-vote`, { vote: 'no_hire' })).status).toBe(204);
  const report = reportSchema.parse(JSON.parse((await browser.send('GET', `${path}/report`)).text));
  expect(report.level).toBe('sde2');

  const markdown = await browser.send('GET', `${path}/report.md`);
  expect(markdown.headers.get('content-disposition')).toMatch(
    /^attachment; filename="bar-raiser-\d{4}-\d\d-\d\d-have-backbone-unpopular-opinion-sde2\.md"$/,
  );
  expect(markdown.text).toContain('Your own vote: No Hire.');
  const json = await browser.send('GET', `${path}/report.json`);
  expect(json.headers.get('content-disposition')).toMatch(/sde2\.json"$/);
  expect(reportSchema.parse(JSON.parse(json.text).report)).toEqual(report);
  interviewViewSchema.parse(JSON.parse(json.text).interview);

  const redo = await browser.send('POST', `${path}/redo`, {
    section: 'result',
    text: 'It fell from 9 % to 1 %.',
  });
  expect(JSON.parse(redo.text)).toMatchObject({ section: 'result', after: 'It fell from 9 % to 1 %.' });
  const again = await browser.send('POST', `${path}/redo`, { section: 'task', text: 'I took it on.' });
  expect(again).toMatchObject({ status: 409, code: 'already_redone' });
  expect((await browser.send('POST', `${path}/redo`, { section: 'end', text: 'x' })).code).toBe(
    'bad_request',
  );
  expect((await browser.send('GET', `${path}/report.md`)).text).toContain('## Redo: Result');
});

test('a failed request is one line of log with its code and id, and nothing that was said is logged', async () => {
  const browser = openBrowser();
  const path = await startedOver(browser);
  const secret = 'Project Nightjar lost four hundred thousand euros.';
  await browser.send('POST', `${path}/turns`, turn(secret, 'one'));
  const refused = await browser.send('POST', `${path}/turns`, turn(`${secret} Twice.`, 'one'));
  await browser.send('POST', `${path}/turns`, `{"text":"${secret}`);
  await browser.send('POST', `${path}/turns`, { clientTurnId: 'x', text: secret, spokenSeconds: secret });
  const lines = vi.mocked(console.info).mock.calls.map((call) => call.join(' '));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      level: 'info',
      id: refused.headers.get('x-request-id'),
      method: 'POST',
      route: '/api/interviews/[id]/turns',
      status: 409,
      code: 'turn_conflict',
    },
    { status: 400, code: 'bad_json' },
    { status: 400, code: 'bad_request' },
  ]);
  expect(lines.join()).not.toContain('Nightjar');
});
