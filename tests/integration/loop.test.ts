import { describe, expect, it } from 'vitest';
import type { LoopMinutes } from '#lib/domain/loop/loop-event.ts';
import { exportAccount } from '#lib/services/account/export-account.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { deleteLoop } from '#lib/services/loop/delete-loop.ts';
import { endLoop } from '#lib/services/loop/end-loop.ts';
import { getLoop } from '#lib/services/loop/get-loop.ts';
import { getLoopReport } from '#lib/services/loop/get-loop-report.ts';
import { interviewsInLoops, listLoops } from '#lib/services/loop/list-loops.ts';
import { appendToLoop } from '#lib/services/loop/loop-log.ts';
import { openQuestion } from '#lib/services/loop/open-question.ts';
import { pauseLoop } from '#lib/services/loop/pause-loop.ts';
import { startLoop } from '#lib/services/loop/start-loop.ts';
import { voteOnLoop } from '#lib/services/loop/vote-on-loop.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { benchRows } from '#tests/support/bench.ts';
import { createWorld, holdInterview, say } from '#tests/support/world.ts';

const plan = {
  principles: ['ownership', 'dive-deep'],
  questions: 3,
  level: 'sde2',
  mode: 'typed',
  minutes: 45 satisfies LoopMinutes,
} as const;

async function startedLoop(context: ServiceContext): Promise<string> {
  return (await startLoop({ context, input: plan })).id;
}

async function open(context: ServiceContext, loopId: string): Promise<string> {
  return (await openQuestion({ context, input: { loopId } })).interviewId;
}

async function end(context: ServiceContext, loopId: string): Promise<string[]> {
  const steps = await Array.fromAsync(await endLoop({ context, input: { loopId } }));
  return steps.map(({ step }) => step);
}

const long = (question: string) =>
  benchRows('dev').filter(({ answer, ...row }) => row.question === question && answer.length > 1200);

/** Tells this answer and lets the question end. */
async function tell(context: ServiceContext, interviewId: string, answer: string): Promise<void> {
  await say(context, interviewId, answer);
  await say(context, interviewId, "Let's stop here, please.");
  for (let turn = 0; turn < 8; turn += 1) {
    const { phase } = await getInterview({ context, input: { interviewId } });
    if (phase.phase === 'closing') return;
    await say(context, interviewId, 'I checked the numbers with her in March.');
  }
}

describe('a loop', () => {
  it('is held over several processes, from its start to its joint debrief', async () => {
    const world = createWorld();
    const first = await world.open();
    const loopId = await startedLoop(first);
    const input = { loopId };
    expect(await getLoop({ context: first, input })).toMatchObject({
      phase: 'waiting',
      position: 1,
      questionSeconds: 900,
    });
    await holdInterview(first, await open(first, loopId));

    const second = await world.open();
    const atBreak = await getLoop({ context: second, input });
    expect(atBreak).toMatchObject({ phase: 'break', position: 2 });
    expect(atBreak.breakEndsAt).toBeGreaterThan(second.clock());
    const question = await open(second, loopId);
    expect(await open(second, loopId)).toBe(question);
    const [telling] = long('ownership');
    await say(second, question, telling?.answer ?? '');

    const third = await world.open();
    expect(await getLoop({ context: third, input })).toMatchObject({ phase: 'asking', position: 2 });
    await tell(third, question, 'I asked the team on call for the log of that night.');
    await tell(third, await open(third, loopId), long('divedeep')[0]?.answer ?? '');
    expect(await getLoop({ context: third, input })).toMatchObject({ phase: 'voting' });
    await expect(open(third, loopId)).rejects.toMatchObject({ code: 'interview_over' });
    await expect(getLoopReport({ context: third, input })).rejects.toMatchObject({ code: 'self_vote_first' });
    await voteOnLoop({ context: third, input: { loopId, vote: 'hire' } });
    await voteOnLoop({ context: third, input: { loopId, vote: 'hire' } });
    await expect(voteOnLoop({ context: third, input: { loopId, vote: null } })).rejects.toMatchObject({
      code: 'already_voted',
    });
    await expect(getLoopReport({ context: third, input })).rejects.toMatchObject({ code: 'not_assessed' });
    expect((await end(third, loopId)).at(-1)).toBe('debriefed');

    const fourth = await world.open();
    const { loop, debrief } = await getLoopReport({ context: fourth, input });
    expect(loop.phase).toBe('debrief');
    expect(debrief.questions.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(new Set(debrief.questions.map(({ interviewer }) => interviewer))).toEqual(
      new Set(['Ruth', 'Viktor']),
    );
    for (const { interviewId, vote } of debrief.questions) {
      const { report, interview } = await getReport({ context: fourth, input: { interviewId } });
      expect(report.votes.sde2).toEqual(vote);
      expect(interview.selfVote).toBe('hire');
    }
    expect(await getLoopReport({ context: third, input })).toEqual({ loop, debrief });
    expect(debrief.changes.length).toBeGreaterThan(0);
  });

  it('tells nothing of a question before the whole loop is voted on', async () => {
    const context = await createWorld().open();
    const loopId = await startedLoop(context);
    const interviewId = await open(context, loopId);
    await holdInterview(context, interviewId);
    await expect(selfVote({ context, input: { interviewId, vote: 'hire' } })).rejects.toMatchObject({
      code: 'loop_open',
    });
    await expect(getReport({ context, input: { interviewId } })).rejects.toMatchObject({ code: 'loop_open' });
    await expect(voteOnLoop({ context, input: { loopId, vote: null } })).rejects.toMatchObject({
      code: 'interview_open',
    });
    expect((await listInterviews({ context })).map(({ vote }) => vote)).toEqual([null]);
    const files = await Array.fromAsync(await exportAccount({ context }));
    expect(files.find(({ path }) => path === 'loops.json')?.text).toContain('question_opened');
    expect(files.find(({ path }) => path.endsWith(`${interviewId}.json`))?.text).toContain('"report": null');
    const view = await getLoop({ context, input: { loopId } });
    const surprise = view.questions.find(({ announced, interviewId: opened }) => !announced && !opened);
    expect(surprise).toMatchObject({ principleName: null, question: null });
  });

  it('lets the clock stand while it is paused, however long that is', async () => {
    const context = await createWorld().open();
    const loopId = await startedLoop(context);
    const interviewId = await open(context, loopId);
    const used = async () => (await getInterview({ context, input: { interviewId } })).clock.usedSeconds;
    await pauseLoop({ context, input: { loopId, paused: true } });
    await pauseLoop({ context, input: { loopId, paused: true } });
    expect(await getLoop({ context, input: { loopId } })).toMatchObject({ phase: 'asking', paused: true });
    const before = await used();
    for (let second = 0; second < 400; second += 1) context.clock();
    await pauseLoop({ context, input: { loopId, paused: false } });
    expect(await used()).toBe(before);
    await say(context, interviewId, long('ownership')[0]?.answer ?? '');
    expect(await used()).toBeLessThan(before + 20);
    expect(await used()).toBeGreaterThan(before);
  });

  it('can be ended early: what was not asked is counted, and what was said is read', async () => {
    const context = await createWorld().open();
    const loopId = await startedLoop(context);
    await holdInterview(context, await open(context, loopId));
    await say(context, await open(context, loopId), long('ownership')[0]?.answer ?? '');
    expect(await end(context, loopId)).toEqual(['closed', 'read', 'debriefed']);
    await voteOnLoop({ context, input: { loopId, vote: null } });
    const { debrief } = await getLoopReport({ context, input: { loopId } });
    expect(debrief).toMatchObject({ notAsked: 1, deleted: 0, selfVote: null });
    expect(debrief.questions).toHaveLength(2);
  });

  it('makes up for a vote that a crash kept from its questions', async () => {
    const context = await createWorld().open();
    const loopId = await startedLoop(context);
    const interviewId = await open(context, loopId);
    await holdInterview(context, interviewId);
    await end(context, loopId);
    await appendToLoop(context, loopId, async () => ({
      event: { type: 'self_voted', at: context.clock(), vote: 'no_hire' },
    }));
    expect(await getLoop({ context, input: { loopId } })).toMatchObject({
      phase: 'voting',
      selfVoteGiven: true,
    });
    await end(context, loopId);
    expect(await getLoop({ context, input: { loopId } })).toMatchObject({ phase: 'debrief' });
    const { interview } = await getReport({ context, input: { interviewId } });
    expect(interview.selfVote).toBe('no_hire');
  });

  it('notices a story that is told to two questions', async () => {
    const context = await createWorld().open();
    const loopId = await startedLoop(context);
    const [story, other] = long('ownership');
    for (const answer of [story, other, story]) {
      await tell(context, await open(context, loopId), answer?.answer ?? '');
    }
    await end(context, loopId);
    await voteOnLoop({ context, input: { loopId, vote: null } });
    const { debrief } = await getLoopReport({ context, input: { loopId } });
    expect(debrief.reused.map(({ positions }) => positions)).toEqual([[1, 3]]);
    for (const { quote } of debrief.reused[0]?.quotes ?? []) expect(story?.answer).toContain(quote);
  });

  it('opens a question once, however many windows ask for it at the same time', async () => {
    const world = createWorld();
    const [one, other] = [await world.open(), await world.open()];
    const loopId = await startedLoop(one);
    const opened = await Promise.all([open(one, loopId), open(other, loopId), open(one, loopId)]);
    expect(new Set(opened).size).toBe(1);
    expect(await interviewsInLoops({ context: one })).toEqual(new Set(opened));
    await startedLoop(one);
    const views = await listLoops({ context: one, input: { atMost: 1 } });
    expect(views).toMatchObject([{ phase: 'waiting' }]);
    expect(await listLoops({ context: one })).toHaveLength(2);
    expect(await listLoops({ context: await world.open(undefined, 'someone-else') })).toEqual([]);
    expect(await listInterviews({ context: one })).toHaveLength(1);
  });

  it('goes on without a question that was deleted, and goes with all of its own', async () => {
    const world = createWorld();
    const context = await world.open();
    const loopId = await startedLoop(context);
    const gone = await open(context, loopId);
    await deleteInterview({ context, input: { interviewId: gone } });
    expect(await getLoop({ context, input: { loopId } })).toMatchObject({ phase: 'break', position: 2 });
    await holdInterview(context, await open(context, loopId));
    await end(context, loopId);
    await voteOnLoop({ context, input: { loopId, vote: null } });
    const { debrief } = await getLoopReport({ context, input: { loopId } });
    expect(debrief).toMatchObject({
      deleted: 1,
      notAsked: 1,
      recommendation: { vote: 'not_enough_evidence' },
    });
    const stranger = await world.open(undefined, 'someone-else');
    await expect(getLoop({ context: stranger, input: { loopId } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(deleteLoop({ context: stranger, input: { loopId } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await deleteLoop({ context, input: { loopId } });
    expect(await listInterviews({ context })).toEqual([]);
    await expect(getLoop({ context, input: { loopId } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
