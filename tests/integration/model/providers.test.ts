import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLibrary } from '#lib/content/library.ts';
import { loadPrompt } from '#lib/engines/model/prompts.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { gap, scenario, told } from '#tests/support/scripted-model/harness.ts';

interface Sent {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

let server: Server;
let url: string;
const sent: Sent[] = [];

/** A server that takes down what it is sent, and refuses the key. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    sent.push({
      path: request.url ?? '',
      headers: request.headers,
      body: z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
    });
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ type: 'error', error: { type: 'authentication_error', message: 'no' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const cases: [string, Record<string, string>, Record<string, string>, RegExp, RegExp][] = [
  [
    'openai:m',
    { OPENAI_BASE_URL: '/v1', OPENAI_API_KEY: 'secret' },
    { authorization: 'Bearer secret' },
    /^\/v1\/responses$/u,
    /^\/v1\/responses$/u,
  ],
  [
    'openai-compatible:m',
    { OPENAI_BASE_URL: '/v1' },
    {},
    /^\/v1\/chat\/completions$/u,
    /^\/v1\/chat\/completions$/u,
  ],
  [
    'ollama:m',
    { OLLAMA_BASE_URL: '/v1', OPENAI_API_KEY: 'secret' },
    {},
    /^\/v1\/chat\/completions$/u,
    /^\/v1\/chat\/completions$/u,
  ],
  [
    'anthropic:m',
    { ANTHROPIC_BASE_URL: '/v1', ANTHROPIC_API_KEY: 'secret' },
    { 'x-api-key': 'secret' },
    /^\/v1\/messages$/u,
    /^\/v1\/messages$/u,
  ],
  [
    'google:m',
    { GOOGLE_BASE_URL: '/v1beta', GEMINI_API_KEY: 'secret' },
    { 'x-goog-api-key': 'secret' },
    /models\/m:generateContent$/u,
    /models\/m:streamGenerateContent/u,
  ],
];

describe.each(cases)('what %s is sent', (model, variables, credentials, gradingPath, speakingPath) => {
  const engine = () => {
    const addressed = Object.entries(variables).map(([name, value]) => [
      name,
      value.startsWith('/') ? url + value : value,
    ]);
    return selectEngine({
      model,
      variables: { ...Object.fromEntries(addressed), MODEL_CAPABILITIES: 'parallel=1,context=100000' },
    });
  };
  const authorised = ({ headers }: Sent) => {
    expect(headers).toMatchObject(credentials);
    if (Object.keys(credentials).length === 0) expect(JSON.stringify(headers)).not.toContain('secret');
  };

  it('to grade: the schema of the prompt, at its own address, with its own key alone', async () => {
    const { rubric, scenarios } = loadLibrary();
    await expect(engine().assess(told(), scenario, { rubric, library: scenarios })).rejects.toMatchObject({
      code: 'model_refused_key',
    });
    const request = sent.at(-1);
    if (!request) throw new Error('Nothing was sent.');
    expect(request.path).toMatch(gradingPath);
    authorised(request);
    const body = JSON.stringify(request.body);
    for (const criterion of Object.keys(
      z.object({ properties: z.record(z.string(), z.unknown()) }).parse(loadPrompt('grader-common').returns)
        .properties,
    )) {
      expect(body).toContain(`"${criterion}":{"type":"object"`);
    }
    if (model.startsWith('openai:')) expect(request.body.store).toBe(false);
  });

  it('to speak: the prompt, streamed', async () => {
    const words = engine().speak(gap, told(), scenario, { level: 'sde2', random: () => 0.5 });
    await expect(Array.fromAsync(words)).rejects.toMatchObject({ code: 'model_refused_key' });
    const request = sent.at(-1);
    if (!request) throw new Error('Nothing was sent.');
    expect(request.path).toMatch(speakingPath);
    authorised(request);
    const body = JSON.stringify(request.body);
    expect(body).toContain('You are a bar raiser at Amazon');
    expect(body).toContain('Your move now: gap');
  });
});
