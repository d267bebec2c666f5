import { expect, onTestFinished, test } from 'vitest';
import { asksForTelemetry } from '#lib/telemetry/start-telemetry.ts';
import { startCollector } from '#tests/support/collector.ts';
import { Caller, runServer } from '#tests/support/running-server.ts';
import { interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { tellings, temporaryFolder } from '#tests/support/world.ts';

const story = tellings()[0]?.answer ?? '';

test('traces and metrics reach a collector, whole interviews in them and nothing that was said', {
  timeout: 180_000,
}, async () => {
  const collector = await startCollector();
  const model = await startScriptedModel(interviewer());
  onTestFinished(() => model.close());
  const server = await runServer({
    DATA_DIRECTORY: temporaryFolder(),
    MODEL: 'openai-compatible:scripted',
    OPENAI_BASE_URL: model.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  const caller = new Caller(server.address);
  const path = await caller.start();
  const parent = '0af7651916cd43dd8448eb211c80319c';
  const body = { clientTurnId: 'one', text: `${story} We called it Nightjar.` };
  const turn = await caller.send('POST', `${path}/turns`, body, {
    traceparent: `00-${parent}-b7ad6b7169203331-01`,
  });
  expect(await turn.text()).toContain('"type":"finish"');
  await (await caller.send('POST', `${path}/end`, {})).text();
  await (await caller.send('GET', '/study?q=Nightjar')).text();
  await (await caller.send('GET', '/api/interviews/none')).text();
  server.process.kill('SIGTERM');
  expect(await server.exited).toBe(0);

  const spans = collector.spans();
  const named = (name: string) => spans.filter((span) => span.name === name);
  const [request] = named('POST /api/interviews/[id]/turns');
  expect(request?.traceId, 'the caller’s own trace goes on').toBe(parent);
  const inTrace = spans.filter(({ traceId }) => traceId === parent);
  const names = new Set(inTrace.map(({ name }) => name));
  expect(names).toEqual(
    new Set([
      'POST /api/interviews/[id]/turns',
      'service take-turn',
      'service produce-reply',
      'engine assess',
      'engine speak',
      'database SELECT',
      'database INSERT',
      'database BATCH',
    ]),
  );
  const ids = new Set(inTrace.map(({ spanId }) => spanId));
  for (const span of inTrace) {
    if (span !== request) expect(ids, span.name).toContain(span.parentSpanId);
  }
  const speak = inTrace.find(({ name }) => name === 'engine speak');
  const reply = inTrace.find(({ name }) => name === 'service produce-reply');
  expect(speak?.parentSpanId).toBe(reply?.spanId);
  expect(named('service end-interview')).toHaveLength(1);
  expect(named('GET /study')).toHaveLength(1);

  const metrics = collector.metrics();
  const points = (name: string) =>
    metrics
      .filter((metric) => metric.name === name)
      .flatMap(({ histogram, sum }) => (histogram ?? sum)?.dataPoints ?? []);
  const routes = points('http.server.request.duration').map(({ attributes }) =>
    Object.fromEntries(
      attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
    ),
  );
  expect(routes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        'http.route': '/api/interviews/[id]/turns',
        'http.response.status_code': 200,
      }),
      expect.objectContaining({ 'http.route': '/api/interviews/[id]', 'error.type': 'not_found' }),
    ]),
  );
  for (const name of ['bar_raiser.turns', 'bar_raiser.grader.duration', 'bar_raiser.model.tokens']) {
    expect(points(name).length, name).toBeGreaterThan(0);
  }
  const raw = collector.raw();
  expect(raw).not.toMatch(/nightjar/i);
  expect(raw).not.toContain(path.split('/').at(-1));
  for (const words of story.match(/\w+ \w+ \w+/g) ?? []) expect(raw).not.toContain(words);
});

test.for([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ OTEL_TRACES_EXPORTER: 'none' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
  [{ OTEL_METRICS_EXPORTER: 'prometheus' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }, false],
] as const)('%j asks for telemetry: %s', ([variables, asks]) => {
  expect(asksForTelemetry(variables)).toBe(asks);
});
