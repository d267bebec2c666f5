import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { reportMarkdown } from '#lib/domain/report-markdown.ts';
import { criteriaOf, ownCriteria, type PractisedPrinciple } from '#lib/domain/rubric.ts';
import { notYetChecked, notYetCheckedVote, unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { redoSection } from '#lib/services/redo-section.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { engineOn } from '#tests/support/scripted-model/harness.ts';
import { interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { createWorld, holdInterview } from '#tests/support/world.ts';

const { scenarios } = loadLibrary();
const unrated = scenarios.filter(({ principle }) => unvalidatedCriteria(principle).length > 0);
const firstOfEach = unrated.filter(
  ({ principle }, at) => unrated.findIndex((other) => other.principle === principle) === at,
);

/** An interview from its start to its debrief. */
async function debriefOf(context: ServiceContext, scenarioId: string) {
  const input = { scenarioId, level: 'sde2', mode: 'typed' } as const;
  const { id: interviewId } = await startInterview({ context, input });
  await holdInterview(context, interviewId);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await selfVote({ context, input: { interviewId, vote: null } });
  return { interviewId, ...(await getReport({ context, input: { interviewId } })) };
}

function expectMarked(
  { report, interview }: Awaited<ReturnType<typeof debriefOf>>,
  principle: PractisedPrinciple,
) {
  expect(report.criteria.map(({ criterion }) => criterion)).toEqual(criteriaOf(principle));
  expect(report.unvalidated).toEqual(ownCriteria[principle]);
  expect(report.criteria.every(({ found }) => found !== '')).toBe(true);
  const markdown = reportMarkdown({ report, interview });
  expect(markdown).toContain(notYetCheckedVote.split(':')[0] ?? '');
  const scores = markdown.slice(markdown.indexOf('## Scores'), markdown.indexOf('## Follow-up'));
  const marked = scores.split('\n').filter((line) => line.includes(`(${notYetChecked.toLowerCase()})`));
  expect(marked).toHaveLength(2);
}

describe('an interview about a principle without rated answers', () => {
  it.each(firstOfEach.map(({ id, principle }) => [id, principle] as const))(
    'goes from its start to a debrief that says what is not checked: %s',
    async (scenarioId, principle) => {
      const context = await createWorld().open();
      const debrief = await debriefOf(context, scenarioId);
      expectMarked(debrief, principle);
      expect(debrief.report.engine).toBe('embedded');
      expect(debrief.report.probes.length).toBeGreaterThanOrEqual(3);
      const [line] = await listInterviews({ context });
      expect(line).toMatchObject({ unvalidated: true, vote: expect.any(String) });
    },
  );

  it('can have its weakest part told again', async () => {
    const [scenario] = firstOfEach;
    if (!scenario) throw new Error('Every principle has rated answers.');
    const context = await createWorld().open();
    const { interviewId } = await debriefOf(context, scenario.id);
    const text =
      'I asked four of them, cut the seven steps to two, and in May they took 3 minutes and not 11.';
    const { changes } = await redoSection({ context, input: { interviewId, section: 'action', text } });
    expect(changes.map(({ criterion }) => criterion)).toEqual(
      expect.arrayContaining(['ownership', 'specificity']),
    );
  });

  describe('held by a model', () => {
    let model: ScriptedModel;
    beforeAll(async () => {
      model = await startScriptedModel();
    });
    beforeEach(() => {
      vi.spyOn(console, 'info').mockImplementation(() => {});
    });
    afterAll(() => model.close());

    it('is graded on its own two criteria by the model, and marked all the same', async () => {
      const [scenario] = firstOfEach;
      if (!scenario) throw new Error('Every principle has rated answers.');
      const { engine } = engineOn(model.url, { MODEL_STALL_SECONDS: '30' });
      const context = await createWorld().open(engine);
      model.play(interviewer());
      const debrief = await debriefOf(context, scenario.id);
      expectMarked(debrief, scenario.principle);
      expect(debrief.report.engine).toBe('openai-compatible:scripted');
      const own = debrief.report.criteria.filter(({ criterion }) =>
        debrief.report.unvalidated.includes(criterion),
      );
      expect(own.map(({ firstScore }) => firstScore)).toEqual([2, 2]);
      for (const { found } of own) expect(found).toMatch(/^The candidate/u);
    });
  });
});
