import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayJson } from '#tests/support/scripted-model/behaviour.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

/** Runs the command with nothing in its environment but what is given. */
function doctor(variables: Record<string, string>): Promise<{ code: number | null; out: string }> {
  const environment = {
    PATH: process.env.PATH ?? '',
    OLLAMA_BASE_URL: 'http://127.0.0.1:1/v1',
    ...variables,
  };
  const child = spawn(process.execPath, ['scripts/doctor.ts'], { env: { NODE_ENV: 'test', ...environment } });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      out += data.toString('utf8');
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

describe('the doctor', () => {
  it('finds nothing wrong where no model is chosen, and spends nothing for a key alone', async () => {
    const before = model.requests.length;
    const { code, out } = await doctor({
      OPENAI_API_KEY: 'sk-secret',
      OPENAI_BASE_URL: model.url.replace('//', '//me:sk-secret@'),
    });
    expect(code).toBe(0);
    expect(out).toContain('Found: OPENAI_API_KEY');
    expect(out).toContain('Speaks: the embedded engine.');
    expect(out).toContain('A key alone chooses nothing.');
    expect(out).not.toContain('sk-secret');
    expect(model.requests).toHaveLength(before);
  });

  it('makes one tiny request to the model that is chosen', async () => {
    model.play(() => sayJson({ ready: true }));
    const before = model.requests.length;
    const { code, out } = await doctor({ MODEL: 'openai-compatible:scripted', OPENAI_BASE_URL: model.url });
    expect(out).toMatch(/scripted works: answered in \d+ ms, \d+ tokens\.\nReady\./u);
    expect(code).toBe(0);
    expect(model.requests).toHaveLength(before + 1);
  });

  it('says what does not work and fails', async () => {
    model.play(() => ({ kind: 'status', status: 401 }));
    const { code, out } = await doctor({ MODEL: 'openai-compatible:scripted', OPENAI_BASE_URL: model.url });
    expect(code).toBe(1);
    expect(out).toMatch(/does not work: .* refuses the key/u);
  });

  it('says which setting is wrong', async () => {
    const { code, out } = await doctor({ MODEL: 'anthropic:x' });
    expect(code).toBe(1);
    expect(out).toContain('set ANTHROPIC_API_KEY');
  });

  it('offers a local server, and does not use it', async () => {
    const before = model.requests.length;
    const { code, out } = await doctor({ OLLAMA_BASE_URL: model.url });
    expect(code).toBe(0);
    expect(out).toContain('It is not used unless you choose it: MODEL=ollama:scripted.');
    expect(model.requests).toHaveLength(before);
  });
});
