import { expect, test } from 'vitest';
import { readEvents } from '#lib/db/events.ts';
import { mainAnswer, scoredTurns } from '#lib/domain/transcript.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { openLog } from '#lib/services/interview-log.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { redoSection } from '#lib/services/redo-section.ts';
import { resumeTurn } from '#lib/services/resume-turn.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { createWorld, holdInterview, say, started, tellings } from '#tests/support/world.ts';

const end = async (...[input]: Parameters<typeof endInterview>) => Array.fromAsync(await endInterview(input));

test('an interview is opened, held, closed, voted on, assessed, redone, listed and deleted', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  const opened = await getInterview({ context, input: { interviewId } });
  expect(opened).toMatchObject({ phase: { phase: 'answering', questionsAsked: 0 }, awaitingReply: false });
  expect(opened.turns.map(({ speaker }) => speaker)).toEqual(['bar_raiser']);
  expect(opened.turns[0]?.text).toContain(opened.question);
  expect(opened.sectionBudgets.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(opened.answerSeconds[1]);

  const sent = await holdInterview(context, interviewId);
  const closed = await getInterview({ context, input: { interviewId } });
  expect(closed.phase.phase).toBe('closing');
  expect(closed.turns.flatMap(({ clientTurnId }) => clientTurnId ?? [])).toEqual(sent);
  expect(closed.phase.questionsAsked).toBeGreaterThanOrEqual(3);

  await expect(getReport({ context, input: { interviewId } })).rejects.toMatchObject({
    code: 'self_vote_first',
  });
  await selfVote({ context, input: { interviewId, vote: 'hire' } });
  await expect(getReport({ context, input: { interviewId } })).rejects.toMatchObject({
    code: 'not_assessed',
  });
  const steps = await end({ context, input: { interviewId } });
  expect(steps.map(({ step, done, of }) => [step, done, of])).toEqual([
    ['closed', 1, 3],
    ['read', 2, 3],
    ['debriefed', 3, 3],
  ]);

  const { report, interview } = await getReport({ context, input: { interviewId } });
  expect(interview).toMatchObject({ phase: { phase: 'assessed' }, selfVote: 'hire', selfVoteGiven: true });
  const said = scoredTurns((await openLog(context, interviewId)).state.turns);
  const quotes = report.criteria.flatMap(({ evidence }) => evidence);
  expect(quotes.length).toBeGreaterThan(0);
  for (const { turnId, quote, start, end: stop } of quotes) {
    expect(said.find(({ id }) => id === turnId)?.text.slice(start, stop)).toBe(quote);
  }

  const redo = {
    interviewId,
    section: 'result',
    text: 'In three weeks errors fell from 4 % to 0.2 %.',
  } as const;
  const result = await redoSection({ context, input: redo });
  expect(result).toMatchObject({ section: 'result', after: redo.text });
  expect(await redoSection({ context, input: redo })).toEqual(result);
  await expect(redoSection({ context, input: { ...redo, text: 'Another.' } })).rejects.toMatchObject({
    code: 'already_redone',
  });

  expect(await listInterviews({ context })).toMatchObject([
    { id: interviewId, phase: 'assessed', candidateTurns: sent.length, vote: report.votes.sde2.vote },
  ]);
  await deleteInterview({ context, input: { interviewId } });
  expect(await listInterviews({ context })).toEqual([]);
  expect(await readEvents(context.database, interviewId)).toEqual([]);
});

test('ending is idempotent, closes an open interview and stores one debrief', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await say(context, interviewId, tellings()[0]?.answer ?? '');
  await end({ context, input: { interviewId } });
  const events = await readEvents(context.database, interviewId);
  await end({ context, input: { interviewId } });
  await Promise.all([end({ context, input: { interviewId } }), end({ context, input: { interviewId } })]);
  expect(await readEvents(context.database, interviewId)).toEqual(events);
  expect(events.filter(({ type }) => type === 'assessed')).toHaveLength(1);
  await selfVote({ context, input: { interviewId, vote: null } });
  const { report } = await getReport({ context, input: { interviewId } });
  expect(report.closedBecause).toBe('ended');
});

test('two windows that end an interview at once store one debrief', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  const interviewId = await started(one);
  await say(one, interviewId, tellings()[0]?.answer ?? '');
  await Promise.all([
    end({ context: one, input: { interviewId } }),
    end({ context: other, input: { interviewId } }),
    selfVoteWhenClosed(other, interviewId),
  ]);
  const types = (await readEvents(one.database, interviewId)).map(({ type }) => type);
  expect(
    types.filter((type) => type === 'ended' || type === 'assessed' || type === 'self_voted').sort(),
  ).toEqual(['assessed', 'ended', 'self_voted']);
});

async function selfVoteWhenClosed(context: Parameters<typeof selfVote>[0]['context'], interviewId: string) {
  for (;;) {
    const { phase } = await getInterview({ context, input: { interviewId } });
    if (phase.phase === 'closing' || phase.phase === 'assessed') break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await selfVote({ context, input: { interviewId, vote: 'no_hire' } });
}

test('an interview that is ended before a word was said has a debrief without a vote', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await end({ context, input: { interviewId } });
  await selfVote({ context, input: { interviewId, vote: null } });
  const { report } = await getReport({ context, input: { interviewId } });
  expect(report.votes.sde2.vote).toBe('not_enough_evidence');
  expect(mainAnswer((await openLog(context, interviewId)).state.turns)).toBeNull();
  await expect(
    redoSection({ context, input: { interviewId, section: 'task', text: 'I took it on.' } }),
  ).rejects.toMatchObject({ code: 'not_assessed' });
});

test('one votes once, after the interview', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  const vote = (input: 'hire' | 'no_hire' | null) =>
    selfVote({ context, input: { interviewId, vote: input } });
  await expect(vote('hire')).rejects.toMatchObject({ code: 'interview_open' });
  await end({ context, input: { interviewId } });
  await vote('hire');
  await vote('hire');
  await expect(vote('no_hire')).rejects.toMatchObject({ code: 'already_voted' });
  await expect(vote(null)).rejects.toMatchObject({ code: 'already_voted' });
  expect((await getInterview({ context, input: { interviewId } })).selfVote).toBe('hire');
});

test('the vote of an interview is listed only once the candidate has voted', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await say(context, interviewId, tellings()[0]?.answer ?? '');
  await end({ context, input: { interviewId } });
  expect((await listInterviews({ context }))[0]).toMatchObject({ phase: 'assessed', vote: null });
  await selfVote({ context, input: { interviewId, vote: null } });
  expect((await listInterviews({ context }))[0]?.vote).toMatch(/hire/);
});

test("someone else's interview is as unknown as one that never was", async () => {
  const world = createWorld();
  const mine = await world.open();
  const interviewId = await started(mine);
  const notFound = { code: 'not_found' };
  for (const ownerId of ['owner-2', null]) {
    const context = await world.open(mine.engine, ownerId);
    expect(await listInterviews({ context })).toEqual([]);
    const input = { interviewId };
    await expect(getInterview({ context, input })).rejects.toMatchObject(notFound);
    await expect(say(context, interviewId, 'Hello there.')).rejects.toMatchObject(notFound);
    await expect(resumeTurn({ context, input })).rejects.toMatchObject(notFound);
    await expect(endInterview({ context, input })).rejects.toMatchObject(notFound);
    await expect(selfVote({ context, input: { ...input, vote: 'hire' } })).rejects.toMatchObject(notFound);
    await expect(getReport({ context, input })).rejects.toMatchObject(notFound);
    await expect(
      redoSection({ context, input: { ...input, section: 'task', text: 'I did.' } }),
    ).rejects.toMatchObject(notFound);
    await expect(deleteInterview({ context, input })).rejects.toMatchObject(notFound);
  }
  expect(await listInterviews({ context: mine })).toHaveLength(1);
});

test('a scenario that is not in the library cannot be started', async () => {
  const context = await createWorld().open();
  const input = { scenarioId: 'nowhere', level: 'sde1', mode: 'typed' } as const;
  await expect(startInterview({ context, input })).rejects.toMatchObject({ code: 'unknown_scenario' });
  expect(await listInterviews({ context })).toEqual([]);
});
