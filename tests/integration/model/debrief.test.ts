import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '#lib/domain/report.ts';
import type { RedoResult, Report } from '#lib/domain/report-schema.ts';
import { assessmentOf, story, TestInterview } from '#tests/support/domain-fixtures.ts';
import { type Behaviour, sayJson } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn, scenario } from '#tests/support/scripted-model/harness.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

function interview() {
  const held = new TestInterview();
  const reading = {
    expected: (criterion: string) => (criterion === 'reflection' ? 0 : 2),
    rating: () => 1 as const,
  };
  held.say(story, reading);
  held.say('I would count the rows before the release and tell the lead the same day.', reading);
  held.add({ type: 'ended', at: 2_000_000_000_000 });
  held.speak();
  const report = buildReport(held.state, assessmentOf(held.state.turns, held.context, reading), held.context);
  return { report, transcript: held.state.turns, rubric: held.context.rubric };
}

const words = (report: Report, change: Record<string, unknown> = {}) => ({
  points: [...report.pros, ...report.cons, ...report.unknowns].flatMap(({ criterion }) =>
    criterion
      ? [
          {
            criterion,
            quotes: ['I disagreed with the plan'],
            text: `The candidate says "I disagreed with the plan" (${criterion}).`,
          },
        ]
      : [],
  ),
  replies: report.probes.map(({ replyTurnId }) => ({
    reply: replyTurnId,
    strong: 'You could have named the count.',
  })),
  summary: 'The open disagreement carried it.',
  ...change,
});

describe('a debrief worded by a model', () => {
  it('has the words of the model and the points, scores and votes of the code', async () => {
    const input = interview();
    const { engine } = engineOn(model.url);
    model.play((): Behaviour => sayJson(words(input.report)));
    const written = await engine.writeDebrief(input);
    expect(written.pros[0]?.text).toContain('The candidate says "I disagreed with the plan"');
    expect(written.pros[0]?.evidence).toMatchObject([{ quote: 'I disagreed with the plan' }]);
    expect(written.probes[0]?.strong).toBe('You could have named the count.');
    expect(written.summary).toMatch(/^At SDE2 this reads as .*\. The open disagreement carried it\.$/u);
    const decided = ({ votes, firstVotes, criteria, flags, pros, cons, unknowns, probes }: Report) => ({
      votes,
      firstVotes,
      criteria,
      flags,
      points: [pros, cons, unknowns].map((points) => points.map(({ criterion }) => criterion)),
      ratings: probes.map(({ rating }) => rating),
    });
    expect(decided(written)).toEqual(decided(input.report));
    expect(model.requests.at(-1)?.prompt).toContain('(Measured change), a pro, score 2');
  });

  it.each([
    [
      'quotes what nobody said',
      {
        points: [
          { criterion: 'context', quotes: ['I saved the company'], text: 'They said "I saved the company".' },
        ],
      },
    ],
    ['runs on and on', { points: [{ criterion: 'context', quotes: [], text: 'word '.repeat(200) }] }],
    ['says nothing', { points: [] }],
  ])('keeps the words of the code where the model %s', async (_, change) => {
    const input = interview();
    const { engine } = engineOn(model.url);
    model.play((): Behaviour => sayJson(words(input.report, { ...change, replies: [], summary: '' })));
    expect(await engine.writeDebrief(input)).toEqual(input.report);
  });

  it('fails as a whole when the model does', async () => {
    const { engine } = engineOn(model.url);
    model.play(() => ({ kind: 'status', status: 401 }));
    await expect(engine.writeDebrief(interview())).rejects.toMatchObject({ code: 'model_refused_key' });
  });
});

describe('a redo worded by a model', () => {
  const votes = { vote: 'no_hire', leaning: false, closeTo: null } as const;
  const result: RedoResult = {
    section: 'result',
    before: 'It got better.',
    after: 'It went from 412 lost rows a week to none by May.',
    votesBefore: { sde1: votes, sde2: votes, senior: votes },
    votesAfter: { sde1: votes, sde2: votes, senior: votes },
    changes: [
      {
        criterion: 'metric',
        name: 'Metric',
        before: 1,
        after: null,
        evidence: [],
        needs: 'Say over what time.',
      },
    ],
    seconds: { before: 1, after: 4, target: 20 },
  };

  it('says what was gained, with quotes of the new text, and shows nothing that is made up', async () => {
    const { engine } = engineOn(model.url);
    model.play(() =>
      sayJson({
        quotes: ['from 412 lost rows a week', 'It got better.'],
        gained: 'You now give a baseline.',
        lacks: 'You said "$8K a week".',
      }),
    );
    expect(await engine.commentRedo({ result, scenario })).toEqual({
      gained: 'You now give a baseline.',
      lacks: null,
      evidence: [{ turnId: 'redo', quote: 'from 412 lost rows a week', start: 8, end: 33 }],
    });
    const prompt = model.requests.at(-1)?.prompt;
    expect(prompt).toContain('metric (Metric): 1 before, withheld now. Say over what time.');
    expect(prompt).not.toMatch(/\{[a-z_]+\}/u);
  });

  it('is left out where the embedded engine reads', async () => {
    const { engine } = engineOn(model.url, { GRADING_MODEL: 'embedded' });
    expect(await engine.commentRedo({ result, scenario })).toBeNull();
    const input = interview();
    expect(await engine.writeDebrief(input)).toBe(input.report);
  });
});
