import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '#evals/replay/recordings.ts';
import { startReplayServer } from '#evals/replay/server.ts';
import { redirected, upstreamOf } from '#evals/replay/variables.ts';
import { engineOn, grade, grades } from '#tests/support/scripted-model/harness.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const quote = 'I told the platform lead that I disagreed';
/** What is tested here is no stall, and a busy machine is slow. */
const patient = { MODEL_STALL_SECONDS: '30' };
const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'recordings.jsonl');

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel(
    grades((criterion) => grade(criterion === 'reflection' ? '0' : '2', quote)),
  );
});
afterAll(() => model.close());

describe('recording and replaying a model', () => {
  it('gives the same assessment from the recordings, without the model', async () => {
    const recorder = await startReplayServer({ file, upstream: model.url });
    const live = await engineOn(recorder.url, patient).assess();
    await recorder.close();
    const asked = model.requests.length;
    expect(asked).toBeGreaterThan(0);

    const player = await startReplayServer({ file, upstream: null });
    const replayed = await engineOn(player.url, patient).assess();
    expect(replayed).toEqual(live);
    expect(model.requests).toHaveLength(asked);

    // Another answer was never recorded: a fault with a name, never a made-up score.
    await expect(
      engineOn(player.url, patient).assess([
        {
          speaker: 'bar_raiser',
          id: 'b0',
          text: 'Why?',
          at: 0,
          move: { kind: 'opening', reason: 'test', wording: 'Why?' },
        },
        {
          speaker: 'candidate',
          id: 'c0',
          at: 0,
          spokenSeconds: null,
          role: 'answer',
          repliesTo: 'b0',
          text: `In May ${quote}. I counted the losses again and showed them.`,
        },
      ]),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^model_/) });
    await player.close();
  });

  it('keeps no key and no header of a request', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/scripted"?,?"?authorization|bearer/iu);
  });
});

describe('the key of a request', () => {
  it('does not depend on the order of its fields, and on everything else', () => {
    expect(keyOf('/v1/x', '{"a":1,"b":{"c":2,"d":3}}')).toBe(keyOf('/v1/x', '{"b":{"d":3,"c":2},"a":1}'));
    expect(keyOf('/v1/x', '{"a":1}')).not.toBe(keyOf('/v1/x', '{"a":2}'));
    expect(keyOf('/v1/x', '{"a":1}')).not.toBe(keyOf('/v1/y', '{"a":1}'));
    expect(keyOf('/v1/x', '{"a":[1,2]}')).not.toBe(keyOf('/v1/x', '{"a":[2,1]}'));
  });
});

describe('where a model is', () => {
  it('is said by its provider, and can be put elsewhere', () => {
    expect(upstreamOf({ MODEL: 'openai-compatible:x', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).toBe(
      'http://127.0.0.1:1/v1',
    );
    expect(upstreamOf({ MODEL: 'anthropic:x' })).toContain('anthropic');
    expect(() => upstreamOf({ MODEL: 'openai-compatible:x' })).toThrow(/OPENAI_BASE_URL/);
    expect(() => upstreamOf({})).toThrow(/MODEL/);
    expect(redirected({ MODEL: 'openai:x', OPENAI_API_KEY: 'k' }, 'http://r', true)).toEqual({
      OPENAI_BASE_URL: 'http://r',
      OPENAI_API_KEY: 'replayed',
    });
    expect(redirected({ MODEL: 'openai:x' }, 'http://r', false)).toEqual({ OPENAI_BASE_URL: 'http://r' });
  });
});
