import { expect, test } from 'vitest';
import { interviewScores } from '#lib/db/schema.ts';
import { listScorecards } from '#lib/db/scorecards.ts';
import { scorecardOf } from '#lib/domain/history/scorecard.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { compareInterviews } from '#lib/services/history/compare-interviews.ts';
import { getQuestionRecords, getStanding, getTrends } from '#lib/services/history/get-progress.ts';
import { getReplay } from '#lib/services/history/get-replay.ts';
import { listHistory } from '#lib/services/history/list-history.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { debriefed, storeCopies } from '#tests/support/stored-history.ts';
import { createWorld, holdInterview, started } from '#tests/support/world.ts';

const everything = { filter: {}, offset: 0, page: 1 };
const stored = (context: Awaited<ReturnType<ReturnType<typeof createWorld>['open']>>) =>
  context.database.select().from(interviewScores);

test('the scores are kept with the debrief, shown after the vote, and go with the interview', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await holdInterview(context, interviewId);
  expect(await stored(context)).toEqual([]);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  expect(await stored(context)).toHaveLength(1);
  expect(await listScorecards(context.database, 'owner-1')).toEqual([]);
  expect((await listHistory({ context, input: everything })).entries).toMatchObject([{ vote: null }]);
  expect((await getTrends({ context, input: everything })).attempts).toBe(0);

  await selfVote({ context, input: { interviewId, vote: 'hire' } });
  const { report } = await getReport({ context, input: { interviewId } });
  expect(await listScorecards(context.database, 'owner-1')).toMatchObject([
    { interviewId, scorecard: scorecardOf(report) },
  ]);
  const { criteria, attempts } = await getTrends({ context, input: everything });
  expect(attempts).toBe(1);
  expect(criteria.map(({ criterion, lines }) => [criterion, lines[0]?.points[0]?.value])).toEqual(
    report.criteria.map(({ criterion, score }) => [criterion, score ?? undefined]),
  );

  await deleteInterview({ context, input: { interviewId } });
  expect(await stored(context)).toEqual([]);
});

test('debriefs from before scores were kept get theirs once, from their own event', async () => {
  const context = await createWorld().open();
  const interviewId = await debriefed(context);
  await storeCopies(context, interviewId, { count: 30, scored: false, ownerId: 'owner-1' });
  await context.database.delete(interviewScores);
  const { report } = await getReport({ context, input: { interviewId } });
  expect((await getTrends({ context, input: everything })).attempts).toBe(31);
  const rows = await stored(context);
  expect(rows).toHaveLength(31);
  for (const { scorecard } of rows) expect(scorecard).toEqual(scorecardOf(report));
});

test('nobody sees anything of somebody else’s', async () => {
  const world = createWorld();
  const [mine, theirs] = [await world.open(), await world.open(undefined, 'owner-2')];
  const [one, other] = [await debriefed(mine), await debriefed(mine)];
  await debriefed(theirs);
  expect((await listHistory({ context: theirs, input: everything })).all).toBe(1);
  expect((await getTrends({ context: theirs, input: everything })).attempts).toBe(1);
  expect((await getStanding({ context: theirs })).attempts).toBe(1);
  expect((await getQuestionRecords({ context: theirs, input: everything })).attempts).toHaveLength(1);
  const missing = { code: 'not_found' };
  await expect(getReplay({ context: theirs, input: { interviewId: one } })).rejects.toMatchObject(missing);
  await expect(compareInterviews({ context: theirs, input: { one, other } })).rejects.toMatchObject(missing);
  const nobody = await world.open(undefined, null);
  expect((await listHistory({ context: nobody, input: everything })).all).toBe(0);
  expect((await getStanding({ context: nobody })).attempts).toBe(0);
});

test('a replay ends where the debrief stands, and waits for the vote as the debrief does', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await holdInterview(context, interviewId);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await expect(getReplay({ context, input: { interviewId } })).rejects.toMatchObject({
    code: 'self_vote_first',
  });
  await selfVote({ context, input: { interviewId, vote: null } });
  const { steps, report, interview } = await getReplay({ context, input: { interviewId } });
  const said = steps.filter(({ text }) => text !== '');
  expect(said.map(({ text }) => text)).toEqual(interview.turns.map(({ text }) => text));
  expect(steps.at(-1)?.ledger.map(({ criterion, score }) => [criterion, score])).toEqual(
    report.criteria.map(({ criterion, score }) => [criterion, score ?? 0]),
  );
});

test('two attempts are compared in the order of time; the same one twice, or another question, is refused', async () => {
  const context = await createWorld().open();
  const [one, other] = [await debriefed(context), await debriefed(context)];
  for (const input of [
    { one, other },
    { one: other, other: one },
  ]) {
    const { before, after } = await compareInterviews({ context, input });
    expect([before.interview.id, after.interview.id]).toEqual([one, other]);
  }
  const refused = { code: 'bad_request' };
  await expect(compareInterviews({ context, input: { one, other: one } })).rejects.toMatchObject(refused);
});
