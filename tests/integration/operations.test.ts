import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#lib/db/client.ts';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { Caller, runServer } from '#tests/support/running-server.ts';
import { interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { tellings, temporaryFolder } from '#tests/support/world.ts';

const story = tellings()[0]?.answer ?? '';
const turn = (text = story) => ({ clientTurnId: crypto.randomUUID(), text });

test('every request is one line of log with an id, a pattern and an owner, and nothing that was said', {
  timeout: 120_000,
}, async () => {
  const server = await runServer({ DATA_DIRECTORY: temporaryFolder(), LOG_LEVEL: 'debug' });
  const caller = new Caller(server.address);
  const path = await caller.start();
  await (await caller.send('POST', `${path}/turns`, turn('Project Nightjar lost four million.'))).text();
  await (await caller.send('POST', `${path}/turns`, { text: 'Nightjar' })).text();
  const page = await (await caller.send('GET', path.replace('/api', ''))).text();
  await (await caller.send('GET', '/study?q=Nightjar')).text();
  await (await caller.send('GET', '/nightjar')).text();
  const script = /src="(\/_next\/static\/[^"]+)"/.exec(page)?.[1] ?? '';
  const asset = await caller.send('GET', script);
  await asset.text();
  expect(asset.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);

  const own = await caller.send('GET', '/healthz', undefined, { 'x-request-id': 'trace-0123456789' });
  expect(own.headers.get('x-request-id')).toBe('trace-0123456789');
  for (const bad of ['short', 'with spaces in it', 'x'.repeat(200)]) {
    const given = (await caller.send('GET', '/healthz', undefined, { 'x-request-id': bad })).headers;
    expect(given.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  }
  const refused = await caller.send('GET', '/api/interviews/none');
  const logged = () => server.lines().filter(({ event }) => event === 'request');
  await expect.poll(() => logged().map(({ id }) => id)).toContain(refused.headers.get('x-request-id'));
  const lines = logged();
  const common = { level: 'info', code: null, owner: expect.stringMatching(/^[0-9a-f]{8}$/) };
  expect(lines).toEqual(
    expect.arrayContaining(
      [
        { ...common, method: 'POST', route: '/api/interviews', status: 201 },
        { ...common, method: 'POST', route: '/api/interviews/[id]/turns', status: 200 },
        { method: 'POST', route: '/api/interviews/[id]/turns', status: 400, code: 'bad_request' },
        { ...common, method: 'GET', route: '/interviews/[id]', status: 200 },
        { method: 'GET', route: '/study', status: 200 },
        { method: 'GET', route: 'unknown', status: 404 },
        { method: 'GET', route: '/_next/*', status: 200, level: 'debug' },
        { method: 'GET', route: '/healthz', status: 200, level: 'debug', id: 'trace-0123456789' },
        { status: 404, code: 'not_found', id: refused.headers.get('x-request-id') },
      ].map((line) => expect.objectContaining(line)),
    ),
  );
  for (const { ms, id } of lines) {
    expect(ms).toEqual(expect.any(Number));
    expect(id).toEqual(expect.any(String));
  }
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  expect(server.output()).not.toMatch(/nightjar/i);
  expect(server.output()).not.toContain(path.split('/').at(-1));
});

test('a process that is asked to end answers what it has begun, begins nothing, and says that it is not ready', {
  timeout: 120_000,
}, async () => {
  const model = await startScriptedModel(interviewer());
  onTestFinished(() => model.close());
  const data = temporaryFolder();
  const server = await runServer({
    DATA_DIRECTORY: data,
    SPEAKING_MODEL: 'openai-compatible:scripted',
    OPENAI_BASE_URL: model.url,
  });
  const caller = new Caller(server.address);
  const [path, other] = [await caller.start(), await caller.start()];
  expect(await (await caller.send('GET', '/readyz')).json()).toEqual({ status: 'ready' });
  model.play(interviewer({ before: 1500, pace: 100 }));
  const response = await caller.send('POST', `${path}/turns`, turn());
  const reply = response.text();
  server.process.kill('SIGTERM');
  await expect.poll(async () => (await caller.send('GET', '/readyz')).status).toBe(503);
  expect(await (await caller.send('GET', '/readyz')).json()).toMatchObject({ code: 'shutting_down' });
  expect((await caller.send('GET', '/healthz')).status).toBe(200);
  const late = await caller.send('POST', `${other}/turns`, turn());
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await late.json()).toMatchObject({ error: { code: 'shutting_down' } });
  const view = interviewViewSchema.parse(await (await caller.send('GET', path)).json());
  expect(view.awaitingReply, 'the reply is still being spoken').toBe(true);

  expect(await reply).toContain('"type":"finish"');
  expect(await server.exited).toBe(0);
  expect(server.lines().at(-1)).toMatchObject({ event: 'stopped', cut: 0 });
  const { $client: client } = await openDatabase({ url: `file:${data}/bar-raiser.db` });
  const { rows } = await client.execute("select count(*) as spoken from events where type = 'spoken'");
  expect(rows[0]?.spoken).toBe(3);
  client.close();
});

test('a process that is asked to end waits no longer than it is told to', { timeout: 120_000 }, async () => {
  const model = await startScriptedModel(interviewer());
  onTestFinished(() => model.close());
  const server = await runServer({
    DATA_DIRECTORY: temporaryFolder(),
    SPEAKING_MODEL: 'openai-compatible:scripted',
    OPENAI_BASE_URL: model.url,
    SHUTDOWN_SECONDS: '1',
  });
  const caller = new Caller(server.address);
  const path = await caller.start();
  model.play(() => ({ kind: 'stall' }));
  const response = await caller.send('POST', `${path}/turns`, turn());
  const cut = response.text().then(
    () => 'ended',
    () => 'cut',
  );
  const asked = performance.now();
  server.process.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  const seconds = (performance.now() - asked) / 1000;
  expect(seconds).toBeGreaterThan(0.9);
  expect(seconds).toBeLessThan(6);
  expect(await cut).toBe('cut');
});

test('an idle process ends at once', { timeout: 120_000 }, async () => {
  const server = await runServer({ DATA_DIRECTORY: temporaryFolder() });
  await (await fetch(server.address)).text();
  const asked = performance.now();
  server.process.kill('SIGINT');
  expect(await server.exited).toBe(0);
  await wait(0);
  expect(performance.now() - asked).toBeLessThan(3000);
});

test('a setting that is not right ends the start with one sentence', { timeout: 120_000 }, async () => {
  await expect(runServer({ DATA_DIRECTORY: temporaryFolder(), SHUTDOWN_SECONDS: 'soon' })).rejects.toThrow(
    /ended with 1:\n(.*\n)?SHUTDOWN_SECONDS is not right;[^\n]*\n$/,
  );
});
