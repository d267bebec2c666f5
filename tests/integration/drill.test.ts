import { expect, test } from 'vitest';
import { findAnswer, listReviews } from '#lib/db/drill.ts';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { answerExercise } from '#lib/services/drill/answer-exercise.ts';
import { drillProgress } from '#lib/services/drill/drill-progress.ts';
import { exercisesOf } from '#lib/services/drill/exercises.ts';
import { getDrillSession } from '#lib/services/drill/get-drill-session.ts';
import { getExercise } from '#lib/services/drill/get-exercise.ts';
import { deleteStory } from '#lib/services/story/delete-story.ts';
import { saveStory } from '#lib/services/story/save-story.ts';
import { lateExport, teamMove } from '#tests/support/own-stories.ts';
import { createWorld } from '#tests/support/world.ts';

const hbdc = 'have-backbone-unpopular-opinion';
const quizId = `quiz.${hbdc}.1`;
const right: ExerciseAnswer = { type: 'choice', option: 1 };
const wrong: ExerciseAnswer = { type: 'choice', option: 0 };
const said = (text: string): ExerciseAnswer => ({ type: 'text', text, spokenSeconds: null });

let answers = 0;
const answer = (context: ServiceContext, exerciseId: string, given: ExerciseAnswer, id?: string) => {
  answers += 1;
  const input = { id: id ?? `answer-${answers}`, exerciseId, answer: given, utcOffset: 0 };
  return answerExercise({ context, input });
};
const session = (context: ServiceContext) => getDrillSession({ context, input: { utcOffset: 0 } });
const progress = (context: ServiceContext) => drillProgress({ context, input: { utcOffset: 0 } });
const dayMilliseconds = 24 * 60 * 60 * 1000;
const days = (context: ServiceContext, count: number): ServiceContext => ({
  ...context,
  clock: () => context.clock() + count * dayMilliseconds,
});

test('an answer sent again gives the stored result and counts once', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  const [first, second] = await Promise.all([
    answer(one, quizId, right, 'same-id-1'),
    answer(other, quizId, right, 'same-id-1'),
  ]);
  expect(first.result).toMatchObject({ score: 1 });
  expect(second.result).toEqual(first.result);
  expect(await answer(one, quizId, right, 'same-id-1')).toEqual(first);
  expect(await listReviews(one.database, 'owner-1')).toHaveLength(1);
  expect(await progress(one)).toMatchObject({ exercisesToday: 1, days: { total: 1 } });
});

test('the same id with another answer is refused', async () => {
  const context = await createWorld().open();
  await answer(context, quizId, right, 'same-id-1');
  await expect(answer(context, quizId, wrong, 'same-id-1')).rejects.toMatchObject({
    code: 'answer_conflict',
  });
  const elsewhere = answer(context, `quiz.${hbdc}.2`, right, 'same-id-1');
  await expect(elsewhere).rejects.toMatchObject({ code: 'answer_conflict' });
});

test('an answer is stored before it is assessed, and goes on from there', async () => {
  const world = createWorld();
  const engine = createEmbeddedEngine();
  const crashing = await world.open({ ...engine, assess: () => Promise.reject(new Error('crash')) });
  const given = said(
    'I asked her for half an hour and changed two lines of the page after what she told me.',
  );
  const id = `probe.${hbdc}.resistance`;
  await expect(answer(crashing, id, given, 'crash-1')).rejects.toThrow('crash');
  const stored = await findAnswer(crashing.database, { id: 'crash-1', ownerId: 'owner-1' });
  expect(stored).toMatchObject({ answer: given, result: null });
  const context = await world.open();
  expect((await answer(context, id, given, 'crash-1')).result.rating).not.toBeNull();
  expect(await listReviews(context.database, 'owner-1')).toHaveLength(1);
});

test('what went badly comes back the next day, what went well much later', async () => {
  const context = await createWorld().open();
  await answer(context, quizId, wrong);
  await answer(context, `quiz.${hbdc}.2`, { type: 'choice', option: 2 });
  expect((await session(context)).exercises.map(({ id }) => id)).not.toContain(quizId);
  const tomorrow = await session(days(context, 1));
  expect(tomorrow).toMatchObject({ dueCount: 1 });
  expect(tomorrow.exercises[0]).toMatchObject({ id: quizId, due: true });
  expect((await session(days(context, 2))).dueCount).toBe(1);
  const later = await session(days(context, 30));
  expect(later.exercises.slice(0, 2).map(({ id }) => id)).toEqual([quizId, `quiz.${hbdc}.2`]);
});

test('a session takes about five minutes, mixes kinds, stays the same all day and grows shorter as one goes', async () => {
  const context = await createWorld().open();
  const first = await session(context);
  expect(first.seconds).toBeGreaterThanOrEqual(270);
  expect(first.seconds).toBeLessThanOrEqual(330);
  const kinds = first.exercises.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds.some((kind, at) => kind === kinds[at + 1])).toBe(false);
  expect(await session(context)).toEqual(first);
  await answer(context, quizId, right);
  const rest = await session(context);
  expect(rest.secondsToday).toBe(30);
  expect(rest.seconds).toBeLessThanOrEqual(300);
  expect(rest.exercises.map(({ id }) => id)).not.toContain(quizId);
  const other = await createWorld().open(undefined, 'owner-2');
  expect((await session(other)).exercises).not.toEqual(first.exercises);
});

test('days are the person’s own, and one without practice takes nothing away', async () => {
  const world = createWorld();
  const context = await world.open();
  const at = (iso: string): ServiceContext => ({ ...context, clock: () => Date.parse(iso) });
  const practise = (iso: string, exerciseId: string, utcOffset: number) =>
    answerExercise({
      context: at(iso),
      input: { id: `day-${iso}`, exerciseId, answer: right, utcOffset },
    });
  // Half past eleven at night in New York is the next day already in UTC.
  await practise('2026-03-01T04:30:00Z', `quiz.${hbdc}.1`, -300);
  await practise('2026-03-01T20:00:00Z', `quiz.${hbdc}.2`, -300);
  const seen = (iso: string) => drillProgress({ context: at(iso), input: { utcOffset: -300 } });
  expect((await seen('2026-03-02T02:00:00Z')).days).toEqual({ total: 2, inARow: 2, today: true });
  expect((await seen('2026-03-02T18:00:00Z')).days).toEqual({ total: 2, inARow: 2, today: false });
  expect((await seen('2026-03-09T18:00:00Z')).days).toEqual({ total: 2, inARow: 0, today: false });
});

test('reads every kind of answer: the strong one well, the weak one badly, with the words it rests on', async () => {
  const context = await createWorld().open();
  const score = async (id: string, given: ExerciseAnswer) =>
    (await answer(context, id, given)).result.score ?? -1;
  const weak = exercisesOf(context.library).get(`flaw.${hbdc}`);
  if (weak?.kind !== 'flaw') throw new Error('There is no such exercise.');
  const { text } = weak.task;
  const marks = weak.key.flaws.map(({ quote }) => {
    const start = text.replaceAll('\n', ' ').indexOf(quote);
    return { start, end: start + quote.length };
  });
  expect(await score(weak.id, { type: 'marks', marks })).toBe(1);
  expect(await score(weak.id, { type: 'marks', marks: [{ start: 0, end: text.length }] })).toBe(0);
  const { sections } = lateExport;
  const strong = await answer(context, `section.${hbdc}.result`, said(sections.result));
  expect(strong.result.score).toBeGreaterThan(0.7);
  const quoted = strong.result.reasons.flatMap(({ quote }) => quote ?? []);
  expect(quoted.length).toBeGreaterThan(0);
  for (const { quote, start, end } of quoted) expect(sections.result.slice(start, end)).toBe(quote);
  expect(
    await score(`section.${hbdc}.result`, said('It got better in the end and the team was happy about it.')),
  ).toBeLessThan(0.2);
  expect(await score(`rewrite.${hbdc}`, said(text))).toBeLessThan(0.4);
  expect(await score(`numbers.${hbdc}`, said(sections.result))).toBeGreaterThan(0.8);
  expect(
    await score(`numbers.${hbdc}`, said('Afterwards it was a lot better for everybody and we were glad.')),
  ).toBeLessThan(0.2);
});

test('a published example said back earns nothing, another language is no score and plans nothing', async () => {
  const context = await createWorld().open();
  const id = `section.${hbdc}.action`;
  const example = exercisesOf(context.library).get(id);
  const recited = example?.kind === 'section' ? example.key.strong : '';
  expect((await answer(context, id, said(recited))).result.score).toBe(0);
  const german = said(
    'Ich habe dem Leiter widersprochen, weil die Zahlen etwas anderes sagten, und ihm am nächsten Tag alle Messungen gezeigt.',
  );
  const unread = await answer(context, `section.${hbdc}.task`, german);
  expect(unread).toMatchObject({ result: { score: null }, due: null });
  expect((await getExercise({ context, input: { exerciseId: unread.exerciseId } })).due).toBeNull();
});

test('draws exercises from the person’s own stories, for them alone, and forgets them with the story', async () => {
  const world = createWorld();
  const [owner, other] = [await world.open(), await world.open(undefined, 'owner-2')];
  const save = (id: string, content: typeof lateExport) =>
    saveStory({ context: owner, input: { id, baseVersion: null, content } });
  await save('story-one-1', lateExport);
  await save('story-two-2', teamMove);
  const id = 'section.story.story-one-1.result';
  expect((await getExercise({ context: owner, input: { exerciseId: id } })).task).toMatchObject({
    kind: 'section',
    story: { title: lateExport.title },
    task: { present: lateExport.sections.result },
  });
  await expect(getExercise({ context: other, input: { exerciseId: id } })).rejects.toMatchObject({
    code: 'unknown_exercise',
  });
  const own = (await session(owner)).exercises.filter(({ story }) => story !== null);
  expect(own.length).toBeGreaterThanOrEqual(2);
  expect((await session(other)).exercises.some(({ story }) => story)).toBe(false);
  const better = await answer(owner, id, said(lateExport.sections.result));
  const worse = await answer(owner, id, said('After that it was much better for everyone involved.'));
  expect(better.result.score ?? 0).toBeGreaterThan((worse.result.score ?? 0) + 0.3);
  expect(
    (await answer(owner, 'rewrite.story.story-two-2.action', said('I wrote the plan.'))).result.score,
  ).toBeLessThan(0.7);
  await deleteStory({ context: owner, input: { storyId: 'story-one-1' } });
  await expect(answer(owner, id, said('Too late now.'))).rejects.toMatchObject({ code: 'unknown_exercise' });
  const left = (await listReviews(owner.database, 'owner-1')).map(({ exerciseId }) => exerciseId);
  expect(left).toEqual(['rewrite.story.story-two-2.action']);
  expect((await progress(owner)).days.total).toBe(1);
});

test('nobody has a session to look at, and must be somebody to answer', async () => {
  const context = await createWorld().open(undefined, null);
  expect((await session(context)).exercises.length).toBeGreaterThanOrEqual(3);
  expect((await progress(context)).days).toEqual({ total: 0, inARow: 0, today: false });
  await expect(answer(context, quizId, right)).rejects.toMatchObject({ code: 'not_found' });
});

test('refuses what is no answer to the exercise', async () => {
  const context = await createWorld().open();
  await expect(answer(context, quizId, said('B'))).rejects.toMatchObject({ code: 'bad_request' });
  await expect(answer(context, `section.${hbdc}.task`, said('  '))).rejects.toMatchObject({
    code: 'blank_turn',
  });
  await expect(answer(context, `flaw.${hbdc}`, { type: 'marks', marks: [] })).rejects.toMatchObject({
    code: 'blank_turn',
  });
  await expect(answer(context, 'quiz.nowhere.1', right)).rejects.toMatchObject({ code: 'unknown_exercise' });
});
