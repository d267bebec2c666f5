import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ownerTables } from '#lib/db/owned.ts';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { reportSchema } from '#lib/domain/report-schema.ts';
import { readStoryBank } from '#lib/domain/story/story-json.ts';
import { deleteAccount } from '#lib/services/account/delete-account.ts';
import { exportAccount } from '#lib/services/account/export-account.ts';
import { answerExercise } from '#lib/services/drill/answer-exercise.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { saveStory } from '#lib/services/story/save-story.ts';
import { markRead } from '#lib/services/study/mark-read.ts';
import { teamMove } from '#tests/support/own-stories.ts';
import { freshProcess } from '#tests/support/routes.ts';
import { Jar } from '#tests/support/sign-in/jar.ts';
import { createWorld, say, started, tellings } from '#tests/support/world.ts';

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});

const indexSchema = z.object({ account: z.null(), kept: z.record(z.string(), z.number()) });

test('the archive holds all that was given, for reading and for machines, and nothing of anybody else', async () => {
  const context = await createWorld().open();
  const story = tellings()[0]?.answer ?? '';
  const debriefed = await started(context);
  await say(context, debriefed, story);
  await Array.fromAsync(await endInterview({ context, input: { interviewId: debriefed } }));
  await selfVote({ context, input: { interviewId: debriefed, vote: 'hire' } });
  const voteDue = await started(context);
  await Array.fromAsync(await endInterview({ context, input: { interviewId: voteDue } }));
  const open = await started(context);
  await saveStory({ context, input: { id: 'story-0001', baseVersion: null, content: teamMove } });
  await markRead({ context, input: { scenarioId: 'hbdc', part: 'story' } });
  const exercise = 'quiz.have-backbone-unpopular-opinion.1';
  const answer = { type: 'choice', option: 1 } as const;
  await answerExercise({ context, input: { id: 'answer-1', exerciseId: exercise, answer, utcOffset: 0 } });
  await started({ ...context, ownerId: 'owner-2' });

  const files = new Map(
    (await Array.fromAsync(await exportAccount({ context }))).map(({ path, text }) => [path, text]),
  );
  const named = (id: string, extension: string) => {
    const path = [...files.keys()].find((each) => each.endsWith(`${id}.${extension}`));
    return files.get(path ?? '') ?? '';
  };
  const debrief = JSON.parse(named(debriefed, 'json'));
  reportSchema.parse(debrief.report);
  expect(interviewViewSchema.parse(debrief.interview).turns[1]?.text).toBe(story);
  expect(named(debriefed, 'md')).toContain('Your own vote: Hire');
  // Not even an archive shows the debrief before the candidate's own vote.
  expect(JSON.parse(named(voteDue, 'json')).report).toBeNull();
  expect(named(voteDue, 'md')).toContain('Debrief: none yet');
  expect(interviewViewSchema.parse(JSON.parse(named(open, 'json')).interview).id).toBe(open);
  expect(readStoryBank(files.get('stories.json') ?? '')[0]?.content).toEqual(teamMove);
  expect(files.get('stories.md')).toContain(teamMove.title);
  expect(JSON.parse(files.get('drill/answers.json') ?? '')).toMatchObject([{ id: 'answer-1', answer }]);
  expect(JSON.parse(files.get('study.json') ?? '')).toMatchObject([{ part: 'story' }]);
  const { kept } = indexSchema.parse(JSON.parse(files.get('index.json') ?? ''));
  expect(kept).toEqual({
    'interviews/': 3,
    'loops.json': 0,
    'stories.json': 1,
    'study.json': 1,
    'drill/answers.json': 1,
    'drill/reviews.json': 1,
    'drill/cards.json': 1,
    'drill/days.json': 1,
    'model-requests.json': 0,
  });
  expect(Object.keys(kept)).toHaveLength(Object.keys(ownerTables).length);
  expect([...files.values()].join()).not.toContain('owner-2');

  await deleteAccount({ context });
  expect(await listInterviews({ context })).toEqual([]);
  expect(await listInterviews({ context: { ...context, ownerId: 'owner-2' } })).toHaveLength(1);
});

test('over HTTP it is one zip, which anybody may take and only their own', async () => {
  freshProcess();
  const browser = new Jar();
  const id = await browser.start();
  await new Jar().start();
  const response = await browser.send('GET', '/api/account/export');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="bar-raiser-\d{4}-\d\d-\d\d\.zip"$/,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  const entries = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(entries).filter((name) => name.startsWith('interviews/'))).toEqual([
    expect.stringContaining(`${id}.json`),
    expect.stringContaining(`${id}.md`),
  ]);
  const index = indexSchema.parse(JSON.parse(strFromU8(entries['index.json'] ?? new Uint8Array())));
  expect(index.kept['interviews/']).toBe(1);
  const nobody = await new Jar().send('GET', '/api/account/export');
  const empty = unzipSync(new Uint8Array(await nobody.arrayBuffer()));
  expect(
    indexSchema.parse(JSON.parse(strFromU8(empty['index.json'] ?? new Uint8Array()))).kept,
  ).toMatchObject({
    'interviews/': 0,
  });
});

test('deleting over HTTP leaves nothing, clears the cookie, and the browser begins anew', async () => {
  freshProcess();
  const browser = new Jar();
  const id = await browser.start();
  const answer = await browser.send('DELETE', '/api/account');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toMatch(/^owner=; Path=\/; Max-Age=0/);
  expect((await browser.send('GET', `/api/interviews/${id}`)).status).toBe(404);
  const next = await browser.start();
  expect(await browser.interviewIds()).toEqual([next]);
});

test('exports are limited by the hour', async () => {
  vi.stubEnv('LIMIT_EXPORTS_HOUR', '1');
  freshProcess();
  const browser = new Jar();
  await browser.start();
  expect((await browser.send('GET', '/api/account/export')).status).toBe(200);
  const refused = await browser.send('GET', '/api/account/export');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
});
