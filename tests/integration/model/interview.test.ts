import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { say as answer, type Behaviour } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn, story } from '#tests/support/scripted-model/harness.ts';
import { interviewer, questions } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { createWorld, holdInterview, say, started } from '#tests/support/world.ts';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterAll(() => model.close());

describe('an interview held by a model', () => {
  it('goes from the opening to a debrief that names the model', async () => {
    const { engine, usage } = engineOn(model.url, { MODEL_STALL_SECONDS: '30' });
    const context = await createWorld().open(engine);
    model.play(interviewer());
    const interviewId = await started(context);
    await holdInterview(context, interviewId);
    for await (const _ of await endInterview({ context, input: { interviewId } }));
    await selfVote({ context, input: { interviewId, vote: null } });
    const { report, interview } = await getReport({ context, input: { interviewId } });
    expect(report.engine).toBe('openai-compatible:scripted');
    const spoken = interview.turns.filter(
      ({ speaker, text }) => speaker === 'bar_raiser' && questions.some((question) => question === text),
    );
    expect(spoken.length).toBeGreaterThanOrEqual(3);
    expect(report.probes.length).toBe(spoken.length);
    expect(report.probes.every(({ rating }) => rating === 1)).toBe(true);
    expect(usage.records.every(({ outcome }) => outcome === 'completed')).toBe(true);
  });

  it.each<[string, Behaviour, string]>([
    ['a refused key', { kind: 'status', status: 401 }, 'model_refused_key'],
    ['a busy server', { kind: 'status', status: 429 }, 'model_over_quota'],
    ['a failing server', { kind: 'status', status: 500 }, 'model_failed'],
    ['a silent server', { kind: 'stall' }, 'model_stalled'],
    ['a connection that breaks', { kind: 'reset' }, 'model_unreachable'],
    ['an empty answer', answer(''), 'model_bad_output'],
  ])('loses no word over %s, and goes on when it is asked again', async (_, behaviour, code) => {
    const { engine } = engineOn(model.url);
    const context = await createWorld().open(engine);
    const interviewId = await started(context);
    model.play(() => behaviour);
    await expect(say(context, interviewId, story, 'client-1')).rejects.toMatchObject({ code });

    const waiting = await getInterview({ context, input: { interviewId } });
    expect(waiting.turns.at(-1)).toMatchObject({ speaker: 'candidate', text: story });
    expect(waiting.awaitingReply).toBe(true);

    model.play(interviewer());
    expect(await say(context, interviewId, story, 'client-1')).toBe(questions[0]);
    const { turns } = await getInterview({ context, input: { interviewId } });
    expect(turns.filter(({ text }) => text === story)).toHaveLength(1);
    expect(turns.at(-1)?.text).toBe(questions[0]);
  });

  it('ends in no debrief where the last reading fails, and in one when it is asked again', async () => {
    const { engine } = engineOn(model.url);
    const context = await createWorld().open(engine);
    const interviewId = await started(context);
    // From the start: what was read beside the questions would be read already.
    model.play((request) => (request.stream ? answer(questions[1] ?? '') : { kind: 'status', status: 500 }));
    await say(context, interviewId, story);
    const end = async () => {
      for await (const _ of await endInterview({ context, input: { interviewId } }));
    };
    await expect(end()).rejects.toMatchObject({ code: 'model_failed' });
    await selfVote({ context, input: { interviewId, vote: null } });
    await expect(getReport({ context, input: { interviewId } })).rejects.toMatchObject({
      code: 'not_assessed',
    });
    model.play(interviewer());
    await end();
    expect((await getReport({ context, input: { interviewId } })).report.engine).toBe(
      'openai-compatible:scripted',
    );
  });
});
