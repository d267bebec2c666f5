import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { story } from '#tests/support/scripted-model/harness.ts';
import { askedCriteria, interviewer, questions } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const root = path.resolve(import.meta.dirname, '../../..');

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

/** Runs a script of the project with the scripted model set up, as its npm command does. */
function run(script: string, input: string, ...args: string[]) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, MODEL: 'openai-compatible:scripted', OPENAI_BASE_URL: model.url },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

describe('the commands with a model', () => {
  it('grade reads each answer as often as it is told', async () => {
    model.play(interviewer());
    const asked = model.requests.length;
    const line = JSON.stringify({ id: 1, question: 'hbdc', answer: story });
    const { code, out } = await run('grade', `${line}\n`, '--engine', 'model', '--samples', '3');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 1,
      engine: 'openai-compatible:scripted',
      scores: { metric: 2 },
    });
    const graded = model.requests.slice(asked).filter((request) => askedCriteria(request).length > 0);
    expect(graded).toHaveLength(2 * 3);
  });

  it('grade keeps to the embedded engine where none is asked for', async () => {
    const asked = model.requests.length;
    const line = JSON.stringify({ id: 1, question: 'hbdc', answer: story });
    const { out } = await run('grade', `${line}\n`);
    expect(JSON.parse(out)).toMatchObject({ engine: 'embedded' });
    expect(model.requests).toHaveLength(asked);
  });

  const held = ['--scenario', 'hbdc', '--level', 'sde2', '--engine', 'model'];

  it('interview is held and read by it, and says so', async () => {
    model.play(interviewer());
    const { code, out, err } = await run('interview', `${story}\nI counted the rows myself.\n`, ...held);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain(`Bar raiser: ${questions[0]}`);
    expect(out).toContain('Engine: openai-compatible:scripted (spoken by openai-compatible:scripted');
  });

  it('interview ends in a plain sentence when it fails and nobody is there to choose', async () => {
    model.play(() => ({ kind: 'status', status: 401 }));
    const { code, out, err } = await run('interview', `${story}\n`, ...held);
    expect(code).toBe(1);
    expect(err).toContain('refuses the key');
    expect(out).not.toContain('# Debrief');
  });
});
