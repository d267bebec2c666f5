import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { type Behaviour, say, sayJson } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn, grade, grades } from '#tests/support/scripted-model/harness.ts';
import { askedCriteria } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const quote = 'I told the platform lead that I disagreed';
const good = grades(() => grade('2', quote));

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

const status = (code: number, error: Record<string, unknown> = {}): Behaviour => ({
  kind: 'status',
  status: code,
  error,
});

const faults: [name: string, behaviour: Behaviour, code: ErrorCode][] = [
  ['401', status(401), 'model_refused_key'],
  ['an unknown model', status(404), 'model_unknown'],
  ['429', status(429), 'model_over_quota'],
  ['500', status(500), 'model_failed'],
  ['a stall', { kind: 'stall' }, 'model_stalled'],
  ['a broken connection', { kind: 'reset' }, 'model_unreachable'],
  [
    'an answer that breaks off',
    { kind: 'cut', text: '{"context":', tokens: 1, how: 'reset' },
    'model_cut_off',
  ],
  ['broken JSON', say('{"context": {"evidence": ['), 'model_bad_output'],
  ['JSON that breaks the schema', sayJson({ context: { score: 'three' } }), 'model_bad_output'],
  ['a score that does not exist', sayJson({ context: grade('4', quote) }), 'model_bad_output'],
  ['an empty answer', say(''), 'model_bad_output'],
  ['a page that is no JSON', { kind: 'garbage', body: '<html>busy</html>' }, 'model_bad_output'],
  ['an answer cut at its limit', say('{"context": {"evidence": [', { finish: 'length' }), 'model_cut_off'],
  ['a refusal', { kind: 'refuse', text: 'I cannot grade this.' }, 'model_refused'],
  ['context overflow', status(400, { code: 'context_length_exceeded' }), 'model_context_full'],
];

describe.each(['openai-compatible', 'openai'])('a fault of %s while it grades', (provider) => {
  it.each(faults)('%s gives no scores at all, and a retry works', async (_, behaviour, code) => {
    const { assess } = engineOn(model.url, {}, provider);
    model.play(() => behaviour);
    const fault = await assess().catch((error: unknown) => error);
    expect(BarRaiserError.isInstance(fault) ? fault.code : fault).toBe(code);

    model.play(good);
    const assessment = await assess();
    expect(assessment.criteria.map(({ score }) => score)).toEqual(Array(10).fill(2));
    expect(assessment.engine).toBe(`${provider}:scripted`);
  });
});

describe('one part of a reading that fails', () => {
  it('fails the reading and stops the other parts', async () => {
    const { assess } = engineOn(model.url, { MODEL_STALL_SECONDS: '30' });
    model.play((request) => (askedCriteria(request).length === 2 ? status(401) : { kind: 'stall' }));
    const startedAt = performance.now();
    await expect(assess()).rejects.toMatchObject({ code: 'model_refused_key' });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('a prompt longer than the server reads', () => {
  it('is not sent at all', async () => {
    const { assess } = engineOn(model.url, { MODEL_CAPABILITIES: 'context=4096' });
    const before = model.requests.length;
    model.play(good);
    await expect(assess()).rejects.toMatchObject({ code: 'model_context_full' });
    // The two criteria of the principle are read in a shorter prompt, which fits.
    expect(model.requests.slice(before).every((request) => askedCriteria(request).length === 2)).toBe(true);
  });
});
