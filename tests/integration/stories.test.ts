import { expect, test } from 'vitest';
import { listStoryVersions } from '#lib/db/stories.ts';
import type { StoryContent } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { deleteStory } from '#lib/services/story/delete-story.ts';
import { exportStories } from '#lib/services/story/export-stories.ts';
import { getStory } from '#lib/services/story/get-story.ts';
import { importStories } from '#lib/services/story/import-stories.ts';
import { listStories } from '#lib/services/story/list-stories.ts';
import { saveStory } from '#lib/services/story/save-story.ts';
import { startStoryInterview } from '#lib/services/story/start-story-interview.ts';
import { suggestPrinciples } from '#lib/services/story/suggest-principles.ts';
import { lateExport, teamMove } from '#tests/support/own-stories.ts';
import { createWorld, holdInterview } from '#tests/support/world.ts';

const id = 'story-one-1';
const save = (context: ServiceContext, content: StoryContent, baseVersion: number | null, storyId = id) =>
  saveStory({ context, input: { id: storyId, baseVersion, content } });
const versionsOf = async (context: ServiceContext, storyId = id) =>
  (await listStoryVersions(context.database, storyId)).map(({ version, content }) => [
    version,
    content.title,
  ]);

test('keeps every saved state of a story, and saves nothing twice', async () => {
  const context = await createWorld().open();
  const first = await save(context, lateExport, null);
  expect(first).toMatchObject({ version: 1, content: lateExport });
  expect(await save(context, lateExport, null)).toEqual(first);
  const changed = { ...lateExport, title: 'The late export' };
  const second = await save(context, changed, 1);
  expect(second).toMatchObject({ version: 2, createdAt: first.createdAt, content: changed });
  expect(await save(context, changed, 1)).toEqual(second);
  expect(await versionsOf(context)).toEqual([
    [1, 'The export that came late'],
    [2, 'The late export'],
  ]);
});

test('of two windows that save different words the later is told so, and loses nothing that is stored', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  await save(one, lateExport, null);
  await save(one, { ...lateExport, title: 'From one window' }, 1);
  await expect(save(other, { ...lateExport, title: 'From another' }, 1)).rejects.toMatchObject({
    code: 'story_conflict',
  });
  expect((await getStory({ context: one, input: { storyId: id } })).story.content.title).toBe(
    'From one window',
  );
});

test('two requests at once for the same save store it once', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  const [a, b] = await Promise.all([save(one, lateExport, null), save(other, lateExport, null)]);
  expect(a.version).toBe(1);
  expect(b.content).toEqual(a.content);
  expect(await versionsOf(one)).toHaveLength(1);
});

test('a story is its owner’s alone: to read, save, start from, delete, export', async () => {
  const world = createWorld();
  const [owner, other] = [await world.open(), await world.open(undefined, 'owner-2')];
  await save(owner, lateExport, null);
  const notFound = { code: 'not_found' };
  await expect(getStory({ context: other, input: { storyId: id } })).rejects.toMatchObject(notFound);
  await expect(save(other, teamMove, 1)).rejects.toMatchObject(notFound);
  await expect(save(other, teamMove, null)).rejects.toMatchObject({ code: 'story_conflict' });
  await expect(deleteStory({ context: other, input: { storyId: id } })).rejects.toMatchObject(notFound);
  const interview = { storyId: id, scenarioId: 'hbdc', level: 'sde2', mode: 'typed' } as const;
  await expect(startStoryInterview({ context: other, input: interview })).rejects.toMatchObject(notFound);
  expect((await listStories({ context: other })).stories).toEqual([]);
  expect(await exportStories({ context: other, input: { format: 'md' } })).toBe('');
  expect(await versionsOf(owner)).toHaveLength(1);
});

test('a deleted story leaves nothing behind and is not brought back by a late save', async () => {
  const context = await createWorld().open();
  await save(context, lateExport, null);
  await deleteStory({ context, input: { storyId: id } });
  expect(await versionsOf(context)).toEqual([]);
  await expect(save(context, { ...lateExport, title: 'Late' }, 1)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('JSON takes everything out and brings it back to the letter', async () => {
  const context = await createWorld().open();
  await save(context, lateExport, null);
  await save(context, { ...lateExport, numbers: [] }, 1);
  await save(context, teamMove, null, 'story-two-2');
  const text = await exportStories({ context, input: { format: 'json' } });
  const again = { format: 'json', text } as const;
  expect(await importStories({ context, input: again })).toEqual({ added: 0, updated: 0, unchanged: 2 });
  await deleteStory({ context, input: { storyId: id } });
  expect(await importStories({ context, input: again })).toEqual({ added: 1, updated: 0, unchanged: 1 });
  expect(await exportStories({ context, input: { format: 'json' } })).toBe(text);
});

test('a story whose id is someone else’s here is taken in under a new one', async () => {
  const world = createWorld();
  const [owner, other] = [await world.open(), await world.open(undefined, 'owner-2')];
  await save(owner, lateExport, null);
  const text = await exportStories({ context: owner, input: { format: 'json' } });
  expect(await importStories({ context: other, input: { format: 'json', text } })).toMatchObject({
    added: 1,
  });
  const [copy] = (await listStories({ context: other })).stories;
  expect(copy?.story.content).toEqual(lateExport);
  expect(copy?.story.id).not.toBe(id);
  expect(await versionsOf(owner)).toEqual([[1, lateExport.title]]);
});

test('Markdown updates the story of the same title, and a fault in it changes nothing', async () => {
  const context = await createWorld().open();
  await save(context, lateExport, null);
  const written = await exportStories({ context, input: { format: 'md' } });
  const edited = `${written.replace('340 pharmacies', '341 pharmacies')}\n# A new one\n\n## Task\nMine.\n`;
  const broken = { format: 'md', text: `${edited}\n## Nonsense\n` } as const;
  await expect(importStories({ context, input: broken })).rejects.toMatchObject({ code: 'story_unreadable' });
  expect(await versionsOf(context)).toHaveLength(1);
  const result = await importStories({ context, input: { format: 'md', text: edited } });
  expect(result).toEqual({ added: 1, updated: 1, unchanged: 0 });
  const { story } = await getStory({ context, input: { storyId: id } });
  expect(story).toMatchObject({ version: 2 });
  expect(story.content.sections.situation).toContain('341 pharmacies');
});

test('suggests the principles a story carries with the candidate’s own words, and names what is missing', async () => {
  const context = await createWorld().open();
  const reading = await suggestPrinciples({ context, input: { content: lateExport } });
  const backbone = reading.principles.find(
    ({ principle }) => principle === 'have-backbone-disagree-and-commit',
  );
  expect(reading.told).toBe(true);
  expect(backbone).toMatchObject({ fit: 'carries' });
  for (const { score, quote } of backbone?.own ?? []) {
    expect(score).toBeGreaterThanOrEqual(2);
    expect(Object.values(lateExport.sections).join('\n')).toContain(quote);
  }
  const weak = await suggestPrinciples({ context, input: { content: teamMove } });
  const ownership = weak.principles.find(({ principle }) => principle === 'ownership');
  expect(ownership?.fit).toBe('no');
  expect(ownership?.own.map(({ needs }) => typeof needs)).toEqual(['string', 'string']);
  expect(weak.common.find(({ criterion }) => criterion === 'metric')).toMatchObject({ score: 0 });
  const strengths = reading.principles.flatMap(({ strength }) => strength ?? []);
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  // Where no rated answers are, the grader suggests nothing, and says what to hold the story against.
  const frugality = reading.principles.find(({ principle }) => principle === 'frugality');
  expect(frugality).toMatchObject({ fit: 'unknown', strength: null, votes: null });
  expect(frugality?.own.every(({ score, looksFor }) => score === null && looksFor.length > 20)).toBe(true);
});

test('the coverage map shows what is told, what could be, and the holes', async () => {
  const context = await createWorld().open();
  await save(context, { ...lateExport, principles: ['dive-deep'] }, null);
  const { coverage } = await listStories({ context });
  expect(coverage).toHaveLength(16);
  const row = (principle: string) => coverage.find((each) => each.principle === principle);
  expect(row('dive-deep')).toMatchObject({ cells: ['told'], standing: 'thin' });
  expect(row('have-backbone-disagree-and-commit')).toMatchObject({ cells: ['could'], standing: 'hole' });
  expect(row('frugality')).toMatchObject({ told: 0, standing: 'hole' });
});

test('counts the interviews a story was taken to, with the best vote once it may be seen', async () => {
  const context = await createWorld().open();
  await save(context, lateExport, null);
  const input = { storyId: id, scenarioId: 'hbdc', level: 'sde2', mode: 'typed' } as const;
  const interview = await startStoryInterview({ context, input });
  await holdInterview(context, interview.id);
  for await (const _ of await endInterview({ context, input: { interviewId: interview.id } }));
  const before = await getStory({ context, input: { storyId: id } });
  expect(before).toMatchObject({ best: null, uses: [{ interviewId: interview.id, vote: null }] });
  await selfVote({ context, input: { interviewId: interview.id, vote: null } });
  const after = await getStory({ context, input: { storyId: id } });
  expect(after.best).toEqual({ vote: after.uses[0]?.vote, level: 'sde2' });
  expect(after.best?.vote).toMatch(/hire/);
  await deleteInterview({ context, input: { interviewId: interview.id } });
  const [summary] = (await listStories({ context })).stories;
  expect(summary).toMatchObject({ timesUsed: 0, best: null });
});
