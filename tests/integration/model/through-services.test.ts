import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEvents } from '#lib/db/events.ts';
import { listUsage, sumUsage } from '#lib/db/usage.ts';
import type { ProgressData } from '#lib/domain/interview-view.ts';
import { reportMarkdown } from '#lib/domain/report-markdown.ts';
import { changeEngine } from '#lib/services/change-engine.ts';
import { createEngines, type ServiceContext } from '#lib/services/context.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { describeEngines } from '#lib/services/describe-engines.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getDeveloperView } from '#lib/services/get-developer-view.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { getSpent } from '#lib/services/get-spent.ts';
import { readModelSetup } from '#lib/services/model-setup.ts';
import { redoSection } from '#lib/services/redo-section.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import {
  say as answer,
  type Behaviour,
  type SeenRequest,
  sayJson,
} from '#tests/support/scripted-model/behaviour.ts';
import { story } from '#tests/support/scripted-model/harness.ts';
import { askedCriteria, interviewer, questions } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { createWorld, holdInterview, say, started } from '#tests/support/world.ts';

const scripted = 'openai-compatible:scripted';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());
beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  model.play(interviewer());
});

/** A process that is set up with the scripted model as the environment would, over a database file. */
async function openProcess(
  variables: Record<string, string> = {},
  world = createWorld(),
): Promise<ServiceContext> {
  const context = await world.open();
  const environment = {
    MODEL: scripted,
    OPENAI_BASE_URL: model.url,
    MODEL_STALL_SECONDS: '1.5',
    MODEL_PRICES: `${scripted}=2/10`,
    ...variables,
  };
  const engines = createEngines(readModelSetup(environment), environment, context.database);
  return { ...context, ...engines, beside: context.beside };
}

const broken: Behaviour = { kind: 'status', status: 400 };
const unlessGrading =
  (otherwise: Behaviour) =>
  (request: SeenRequest): Behaviour =>
    request.stream ? interviewer()(request) : otherwise;

async function end(context: ServiceContext, interviewId: string): Promise<ProgressData[]> {
  return Array.fromAsync(await endInterview({ context, input: { interviewId } }));
}

async function debriefOf(context: ServiceContext, interviewId: string) {
  const input = { interviewId };
  if (!(await getInterview({ context, input })).selfVoteGiven)
    await selfVote({ context, input: { interviewId, vote: null } });
  return getReport({ context, input });
}

const typesOf = async ({ database }: ServiceContext, id: string) =>
  (await readEvents(database, id)).map(({ type }) => type);

describe('a reading beside the question', () => {
  it('is stored, corrects the ledger before the next move, and reads each reply once', async () => {
    const context = await openProcess();
    const id = await started(context);
    await say(context, id, story);
    await context.beside.settled();
    expect(await typesOf(context, id)).toEqual(expect.arrayContaining(['read', 'spoken', 'reread']));
    await say(context, id, 'I counted the rows myself for a week.');
    await context.beside.settled();
    const read = (await readEvents(context.database, id)).filter((event) => event.type === 'reread');
    expect(read.map(({ assessment }) => assessment.engine)).toEqual([scripted, scripted]);
    expect(read.at(-1)?.assessment.criteria.every(({ score }) => score === 2)).toBe(true);
    const purposes = (await listUsage(context.database, id)).map(({ prompt }) => prompt.id).toSorted();
    expect(purposes).toEqual(['bar-raiser', 'bar-raiser', 'grader-common', 'grader-own', 'reply-rating']);
  });

  it('changes what is asked next', async () => {
    const ask = async (weak: string) => {
      const context = await openProcess();
      model.play((request) => {
        const asked = askedCriteria(request);
        if (asked.length === 0) return interviewer()(request);
        const grade = (criterion: string) => ({
          evidence: ['I told the platform lead that I disagreed'],
          why: 'as scripted',
          score: criterion === weak ? '0' : '3',
        });
        return sayJson(Object.fromEntries(asked.map((criterion) => [criterion, grade(criterion)])));
      });
      const id = await started(context);
      await say(context, id, story);
      await context.beside.settled();
      await say(context, id, 'I counted the rows myself for a week, each morning, and wrote them down.');
      const events = await readEvents(context.database, id);
      const asked = events.flatMap((event) =>
        event.type === 'spoken' && 'aims' in event.move ? [event.move.aims] : [],
      );
      // The first question came before the reading: what it asked about is not asked again.
      expect(asked[0]).not.toContain(weak);
      return asked.at(-1);
    };
    expect(await ask('impact')).toEqual(['impact']);
    expect(await ask('durability')).toEqual(['durability']);
  });

  it('that fails does not fail the turn: it is stored by its code, and the end reads what is missing', async () => {
    const context = await openProcess();
    const id = await started(context);
    model.play(unlessGrading(broken));
    expect(await say(context, id, story)).toBe(questions[0]);
    await context.beside.settled();
    const failed = (await readEvents(context.database, id)).find(({ type }) => type === 'reread_failed');
    expect(failed).toMatchObject({ code: 'model_request_refused', turnId: 't2' });
    model.play(interviewer());
    await end(context, id);
    expect((await debriefOf(context, id)).report).toMatchObject({ engine: scripted });
  });

  it('is waited for at the end, so that nothing is read twice', async () => {
    const context = await openProcess();
    model.play(interviewer({ before: 100 }));
    const id = await started(context);
    await say(context, id, story);
    await end(context, id);
    const graded = (await listUsage(context.database, id)).filter(({ purpose }) => purpose === 'grading');
    expect(graded.map(({ prompt }) => prompt.id).toSorted()).toEqual(['grader-common', 'grader-own']);
  });
});

describe('an interview with a model', () => {
  it('tells its progress by criteria, and records model, prompts, words and cost', async () => {
    const context = await openProcess();
    const id = await started(context);
    model.play(unlessGrading(broken));
    await say(context, id, story);
    await context.beside.settled();
    model.play(interviewer());
    const steps = await end(context, id);
    expect(steps.map(({ step }) => step)).toEqual(['closed', 'reading', 'reading', 'read', 'debriefed']);
    expect(steps.filter(({ step }) => step === 'reading').map(({ done, of }) => [done, of])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(steps[1]?.about).toMatch(/, /);
    const { report } = await debriefOf(context, id);
    expect(report.wordedBy).toEqual({ engine: scripted, fault: null });
    const view = await getDeveloperView({ context, input: { interviewId: id } });
    expect(view.moves.find(({ speech }) => speech)?.speech).toMatchObject({ model: scripted, attempts: 1 });
    expect(view.provenance.map(({ prompt }) => prompt)).toEqual(['grader-common', 'grader-own']);
    expect(view.secondReadings).toEqual([{ turnId: 't2', code: 'model_request_refused' }]);
    expect(view.requests.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['speech', 'grading', 'debrief']),
    );
    const spent = await getSpent({ context, input: { interviewId: id } });
    const sum = view.requests.reduce((total, { estimatedCost }) => total + (estimatedCost ?? 0), 0);
    expect(spent?.dollars).toBeCloseTo(sum, 10);
    expect(spent).toMatchObject({ unpriced: 0, tokens: expect.toSatisfy((tokens: number) => tokens > 3000) });
  });

  it('whose debrief the model cannot word has the words of the code, and says so', async () => {
    const context = await openProcess();
    const id = await started(context);
    model.play((request) => (request.prompt.endsWith('and the summary.') ? broken : interviewer()(request)));
    await say(context, id, story);
    await end(context, id);
    const debrief = await debriefOf(context, id);
    expect(debrief.report.wordedBy).toEqual({ engine: scripted, fault: 'model_request_refused' });
    expect(debrief.report.pros.length + debrief.report.cons.length).toBeGreaterThan(0);
    expect(reportMarkdown(debrief)).toContain('could not word this debrief');
  });

  it('is graded once for all who ask for its end at the same time', async () => {
    const context = await openProcess();
    const id = await started(context);
    model.play(unlessGrading(broken));
    await say(context, id, story);
    await context.beside.settled();
    model.play(interviewer({ before: 50 }));
    await Promise.all([end(context, id), end(context, id)]);
    const graded = (await listUsage(context.database, id)).filter(
      ({ purpose, outcome }) => purpose === 'grading' && outcome === 'completed',
    );
    expect(graded).toHaveLength(2);
  });

  it('has its redo read anew, with what the model says of it', async () => {
    const context = await openProcess();
    const id = await started(context);
    await holdInterview(context, id);
    await end(context, id);
    await debriefOf(context, id);
    model.play((request) =>
      request.prompt.endsWith('Compare NOW with BEFORE.')
        ? sayJson({ quotes: ['412 rows a week'], gained: 'You now give a baseline.', lacks: '' })
        : interviewer()(request),
    );
    const input = {
      interviewId: id,
      section: 'result',
      text: 'We lost 412 rows a week, and none by May.',
    } as const;
    const result = await redoSection({ context, input });
    expect(result.comment).toMatchObject({
      engine: scripted,
      gained: 'You now give a baseline.',
      fault: null,
    });
    expect(result.comment?.evidence.map(({ quote }) => quote)).toEqual(['412 rows a week']);
    expect(result.changes.every(({ before }) => before !== null)).toBe(true);
  });
});

describe('going on with the embedded engine', () => {
  it('is the candidate’s choice: nothing changes before it, and the debrief names it', async () => {
    const context = await openProcess();
    const id = await started(context);
    await say(context, id, story);
    await context.beside.settled();
    model.play(() => broken);
    const words = 'I asked her for the March figures and compared them with ours.';
    for (const _ of [1, 2]) {
      await expect(say(context, id, words, 'two')).rejects.toMatchObject({ code: 'model_request_refused' });
    }
    const input = { interviewId: id };
    expect((await getInterview({ context, input })).engines).toMatchObject({
      speaking: scripted,
      changed: null,
    });
    const asked = model.requests.length;
    await context.beside.settled();
    await changeEngine({ context, input });
    await changeEngine({ context, input });
    expect(await say(context, id, words, 'two')).not.toBe('');
    await end(context, id);
    expect(model.requests.length).toBe(asked);
    const debrief = await debriefOf(context, id);
    expect(debrief.report.engine).toBe('embedded');
    expect(debrief.interview.engines).toEqual({
      speaking: 'embedded',
      grading: 'embedded',
      changed: { from: { speaking: scripted, grading: scripted }, questionsAsked: 1 },
    });
    expect(reportMarkdown(debrief)).toContain('chose to go on with the embedded engine after question 1');
    expect((await typesOf(context, id)).filter((type) => type === 'engine_changed')).toHaveLength(1);
    expect(debrief.interview.turns.filter(({ text }) => text === words)).toHaveLength(1);
  });

  it('is offered for the last reading too, and refused once the debrief is written', async () => {
    const context = await openProcess();
    const id = await started(context);
    model.play(unlessGrading(broken));
    await say(context, id, story);
    await expect(end(context, id)).rejects.toMatchObject({ code: 'model_request_refused' });
    await changeEngine({ context, input: { interviewId: id } });
    await end(context, id);
    expect((await debriefOf(context, id)).report).toMatchObject({ engine: 'embedded' });
    const other = await started(context);
    model.play(interviewer());
    await say(context, other, story);
    await end(context, other);
    await expect(changeEngine({ context, input: { interviewId: other } })).rejects.toMatchObject({
      code: 'interview_over',
    });
  });

  it('is never done by a server that lost its model', async () => {
    const world = createWorld();
    const before = await openProcess({}, world);
    const id = await started(before);
    const after = await world.open();
    await expect(say(after, id, story, 'one')).rejects.toMatchObject({
      code: 'model_settings',
      message: expect.stringContaining(scripted),
    });
    expect(await say(await openProcess({}, world), id, story, 'one')).toBe(questions[0]);
  });

  it('can be chosen at the start, and asks no model then', async () => {
    const context = await openProcess();
    const { id } = await startInterview({
      context,
      input: { scenarioId: 'hbdc', level: 'sde2', mode: 'typed', engine: 'embedded' },
    });
    const asked = model.requests.length;
    await say(context, id, story);
    await end(context, id);
    expect(model.requests).toHaveLength(asked);
    expect((await debriefOf(context, id)).report.engine).toBe('embedded');
  });
});

describe('a budget', () => {
  it('refuses with a plain sentence, over a restart too, and is told before', async () => {
    const world = createWorld();
    const limits = { MODEL_BUDGET_INTERVIEW_TOKENS: '500' };
    const context = await openProcess(limits, world);
    const id = await started(context);
    expect(await say(context, id, story)).toBe(questions[0]);
    await context.beside.settled();
    const restarted = await openProcess(limits, world);
    await expect(say(restarted, id, 'I counted the rows.', 'two')).rejects.toMatchObject({
      code: 'model_budget_spent',
      message: expect.stringMatching(/budget for this interview is spent: .* of 500 tokens.*embedded engine/),
    });
    const { budgets, spentToday } = await describeEngines({ context: restarted });
    expect(budgets.interview.tokens).toBe(500);
    expect(spentToday?.tokens).toBeDefined();
  });

  it('of a day is not given back by deleting an interview', async () => {
    const context = await openProcess();
    const id = await started(context);
    await say(context, id, story);
    await context.beside.settled();
    const spent = await sumUsage(context.database, { since: 0 });
    expect(spent.tokens).toBeGreaterThan(500);
    await deleteInterview({ context, input: { interviewId: id } });
    expect(await sumUsage(context.database, { since: 0 })).toEqual(spent);
    expect(await listUsage(context.database, id)).toEqual([]);
  });
});

it('stores how a question came about when the model’s words did not pass', async () => {
  const context = await openProcess();
  const id = await started(context);
  model.play((request) => (request.stream ? answer('Great work! What did you do?') : interviewer()(request)));
  await say(context, id, story);
  const spoken = (await readEvents(context.database, id)).findLast((event) => event.type === 'spoken');
  expect(spoken?.speech).toMatchObject({ attempts: 2, fellBack: true });
  expect(spoken?.speech?.problems).toContain('praise_or_comfort');
});
