import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { type Behaviour, say } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn } from '#tests/support/scripted-model/harness.ts';
import { inTurn, type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const question = 'What would you do another way next time?';
const status = (code: number, error: Record<string, unknown> = {}, headers = {}): Behaviour => ({
  kind: 'status',
  status: code,
  error,
  headers,
});

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

/** Every fault that ends in a message: its cause, its code, what the sentence must say, how often the server was asked. */
const faults: [name: string, behaviour: Behaviour, code: ErrorCode, says: RegExp, asked: number][] = [
  ['401', status(401), 'model_refused_key', /refuses the key/u, 1],
  ['403', status(403), 'model_refused_key', /refuses the key/u, 1],
  ['an unknown model', status(404), 'model_unknown', /Check the name in MODEL/u, 1],
  ['429 without a pause', status(429), 'model_over_quota', /Wait a moment/u, 3],
  [
    '429 with too long a pause',
    status(429, {}, { 'retry-after': '90' }),
    'model_over_quota',
    /Wait 90 seconds/u,
    1,
  ],
  ['an empty account', status(429, { code: 'insufficient_quota' }), 'model_over_quota', /no credit/u, 1],
  ['500', status(500), 'model_failed', /\(500\)/u, 3],
  ['503', status(503), 'model_failed', /\(503\)/u, 3],
  ['a stall before the first word', { kind: 'stall' }, 'model_stalled', /MODEL_STALL_SECONDS/u, 1],
  ['a connection that breaks', { kind: 'reset' }, 'model_unreachable', /can't be reached/u, 3],
  [
    'context overflow',
    status(400, { code: 'context_length_exceeded' }),
    'model_context_full',
    /read as much/u,
    1,
  ],
  ['a request that is refused', status(400), 'model_request_refused', /MODEL_CAPABILITIES/u, 1],
  [
    'a stream that ends in the first word',
    { kind: 'cut', text: 'What', tokens: 1, how: 'end' },
    'model_cut_off',
    /broke off/u,
    2,
  ],
  [
    'a stream that breaks in mid-word',
    { kind: 'cut', text: 'Wha', tokens: 1, how: 'reset' },
    'model_cut_off',
    /broke off/u,
    2,
  ],
  [
    'an answer cut at its limit',
    say('What would you', { finish: 'length' }),
    'model_cut_off',
    /broke off/u,
    2,
  ],
  ['an empty answer', say(''), 'model_bad_output', /can't be used/u, 2],
  ['a refusal', { kind: 'refuse', text: 'I cannot.' }, 'model_refused', /refuses/u, 1],
  ['a filtered answer', say('', { finish: 'content_filter' }), 'model_refused', /refuses/u, 1],
  [
    'a page that is no JSON',
    { kind: 'garbage', body: '<html>busy</html>' },
    'model_cut_off',
    /broke off/u,
    2,
  ],
];

describe.each(['openai-compatible', 'openai'])('a fault of %s while the bar raiser speaks', (provider) => {
  it.each(faults)('%s is told plainly, and a retry works', async (_, behaviour, code, says, asked) => {
    const { speak, usage } = engineOn(model.url, {}, provider);
    const before = model.requests.length;
    model.play(() => behaviour);
    const failed = await speak();
    expect(failed.fault?.code).toBe(code);
    expect(failed.fault?.message).toMatch(says);
    expect(failed.text).toBe('');
    expect(model.requests.length - before).toBe(asked);
    expect(usage.records).toHaveLength(asked);
    expect(usage.records.every(({ outcome }) => outcome !== 'completed' || behaviour.kind === 'say')).toBe(
      true,
    );

    model.play(() => say(question));
    const retried = await speak();
    expect(retried).toMatchObject({ text: question, fault: null });
  });
});

describe('a server that is not there', () => {
  it.each([
    ['nobody listens', 'http://127.0.0.1:1/v1', '127.0.0.1:1'],
    ['the name leads nowhere', 'http://no-such-host.invalid/v1', 'no-such-host.invalid'],
  ])('%s', async (_, url, host) => {
    const { speak } = engineOn(url);
    const { fault } = await speak();
    expect(fault?.code).toBe('model_unreachable');
    expect(fault?.message).toContain(host);
  });
});

describe('a pause that the server asks for', () => {
  it.each([
    ['in seconds', { 'retry-after': '3' }, 3000],
    ['in milliseconds', { 'retry-after-ms': '2500' }, 2500],
  ])('is kept, %s', async (_, headers, milliseconds) => {
    const { speak, pauses } = engineOn(model.url);
    model.play(inTurn(status(429, {}, headers), say(question)));
    expect(await speak()).toMatchObject({ text: question, fault: null });
    expect(pauses).toContain(milliseconds);
  });

  it('is not needed to get over one failure', async () => {
    const { speak, usage } = engineOn(model.url);
    model.play(inTurn(status(500), { kind: 'reset' }, say(question)));
    expect(await speak()).toMatchObject({ text: question, fault: null });
    expect(usage.records.map(({ outcome }) => outcome)).toEqual([
      'model_failed',
      'model_unreachable',
      'completed',
    ]);
  });
});

describe('a fault after words were shown', () => {
  const lead = 'You tested it on a copy.';
  it.each<[string, Behaviour]>([
    ['the stream breaks', { kind: 'cut', text: `${lead} What wou`, tokens: 8, how: 'reset' }],
    ['the stream ends', { kind: 'cut', text: `${lead} What wou`, tokens: 8, how: 'end' }],
  ])('%s: what was shown stays and the rest is worded anew', async (_, behaviour) => {
    const { speak } = engineOn(model.url);
    const before = model.requests.length;
    model.play(inTurn(behaviour, say(question)));
    const { pieces, statistics, fault } = await speak();
    expect(pieces).toEqual([lead, ` ${question}`]);
    expect(fault).toBeNull();
    expect(statistics).toMatchObject({ attempts: 2, fellBack: false });
    expect(model.requests[before + 1]?.prompt).toContain(`ALREADY SAID\n${lead}`);
  });

  it('a stall: the neutral question follows at once, and both are counted', async () => {
    const { speak } = engineOn(model.url);
    model.play(() => ({ kind: 'stall', text: `${lead} What wou`, tokens: 8 }));
    const { pieces, statistics, fault } = await speak();
    expect(pieces).toEqual([lead, ' What would you do differently if you were in that situation again?']);
    expect(fault).toBeNull();
    expect(statistics).toMatchObject({ attempts: 1, fellBack: true, fault: 'model_stalled' });
  });
});
