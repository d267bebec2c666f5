import { beforeEach, expect, test } from 'vitest';
import { answeredExerciseSchema } from '#lib/domain/drill/answered.ts';
import { storySchema } from '#lib/domain/story/story.ts';
import { lateExport, teamMove } from '#tests/support/own-stories.ts';
import { type Browser, freshProcess, openBrowser } from '#tests/support/routes.ts';

beforeEach(freshProcess);

const id = 'story-one-1';
const quiz = 'quiz.have-backbone-unpopular-opinion.1';
const created = (browser: Browser) => browser.send('POST', '/api/stories', { id, content: lateExport });
const answered = (browser: Browser, more: object = {}) =>
  browser.send('POST', '/api/drill/answers', {
    id: 'answer-1',
    exerciseId: quiz,
    answer: { type: 'choice', option: 1 },
    utcOffset: 60,
    ...more,
  });

test('a story is made, read, saved, exported, imported and deleted by its owner', async () => {
  const browser = openBrowser();
  const made = await created(browser);
  expect(made.status).toBe(201);
  expect(storySchema.parse(JSON.parse(made.text))).toMatchObject({ id, version: 1, content: lateExport });
  expect(browser.cookie).not.toBe('');
  const saved = await browser.send('PUT', `/api/stories/${id}`, {
    baseVersion: 1,
    content: { ...lateExport, title: 'Late' },
  });
  expect(JSON.parse(saved.text)).toMatchObject({ version: 2, content: { title: 'Late' } });
  const listed = await browser.send('GET', '/api/stories');
  expect(JSON.parse(listed.text)).toMatchObject({ stories: [{ story: { id }, timesUsed: 0 }] });
  const file = await browser.send('GET', '/api/stories/export.json');
  expect(file.headers.get('content-disposition')).toMatch(
    /attachment; filename="bar-raiser-stories-[\d-]+\.json"/,
  );
  expect((await browser.send('DELETE', `/api/stories/${id}`)).status).toBe(204);
  const back = await browser.send('POST', '/api/stories/import', { format: 'json', text: file.text });
  expect(JSON.parse(back.text)).toEqual({ added: 1, updated: 0, unchanged: 0 });
  expect((await browser.send('GET', '/api/stories/export.json')).text).toBe(file.text);
  expect((await browser.send('GET', '/api/stories/export.md')).text).toMatch(/^# Late\n/);
});

test('someone else’s story is a 404, whatever is asked of it', async () => {
  const [owner, other] = [openBrowser(), openBrowser()];
  await created(owner);
  await other.send('POST', '/api/stories', { id: 'story-two-2', content: teamMove });
  const asked = [
    await other.send('GET', `/api/stories/${id}`),
    await other.send('PUT', `/api/stories/${id}`, { baseVersion: 1, content: teamMove }),
    await other.send('DELETE', `/api/stories/${id}`),
    await other.send('POST', `/api/stories/${id}/interviews`, {
      scenarioId: 'hbdc',
      level: 'sde2',
      mode: 'typed',
    }),
  ];
  expect(asked.map(({ status, code }) => [status, code])).toEqual(asked.map(() => [404, 'not_found']));
  const drilled = await answered(other, {
    exerciseId: `section.story.${id}.result`,
    answer: { type: 'text', text: 'It was better.' },
  });
  expect([drilled.status, drilled.code]).toEqual([404, 'unknown_exercise']);
  expect((await other.send('GET', '/api/stories/export.md')).text).not.toContain(lateExport.title);
});

test('an answer comes back with its result, what is documented and what comes next, and is counted once', async () => {
  const browser = openBrowser();
  const first = await answered(browser);
  expect(answeredExerciseSchema.parse(JSON.parse(first.text))).toMatchObject({
    result: { score: 1 },
    revealed: { kind: 'quiz', answer: 1 },
    next: { id: expect.any(String) },
  });
  await answered(browser);
  const progress = await browser.send('GET', '/api/progress?offset=60');
  expect(JSON.parse(progress.text)).toMatchObject({
    exercisesToday: 1,
    days: { total: 1, today: true },
    total: { practised: 1, mean: 1 },
  });
  const session = await browser.send('GET', '/api/drill/session?offset=60&kind=quiz');
  const { exercises } = JSON.parse(session.text);
  expect(exercises.map(({ kind }: { kind: string }) => kind)).toEqual(exercises.map(() => 'quiz'));
  expect(session.text).not.toContain('explanation');
});

test.each([
  ['no exercise', { exerciseId: 'quiz.nowhere.9' }, 404, 'unknown_exercise'],
  ['another kind of answer', { answer: { type: 'marks', marks: [] } }, 400, 'bad_request'],
  [
    'nothing said',
    { exerciseId: 'rewrite.have-backbone-unpopular-opinion', answer: { type: 'text', text: ' ' } },
    400,
    'blank_turn',
  ],
  ['a clock of no place', { utcOffset: 9999 }, 400, 'bad_request'],
  ['an id of nothing', { id: '' }, 400, 'bad_request'],
])('refuses %s', async (_, more, status, code) => {
  const answer = await answered(openBrowser(), more);
  expect([answer.status, answer.code]).toEqual([status, code]);
});

test('the same id with another answer, and a story another window saved, are conflicts', async () => {
  const browser = openBrowser();
  await answered(browser);
  const other = await answered(browser, { answer: { type: 'choice', option: 2 } });
  expect([other.status, other.code]).toEqual([409, 'answer_conflict']);
  await created(browser);
  const put = (title: string) =>
    browser.send('PUT', `/api/stories/${id}`, { baseVersion: 1, content: { ...lateExport, title } });
  expect((await put('One')).status).toBe(200);
  const late = await put('Two');
  expect([late.status, late.code]).toEqual([409, 'story_conflict']);
});

test('names the place in a file that cannot be read, and takes no write from another site', async () => {
  const browser = openBrowser();
  const file = await browser.send('POST', '/api/stories/import', {
    format: 'md',
    text: '# One\n\n## Plot\n',
  });
  expect([file.status, file.code]).toEqual([400, 'story_unreadable']);
  expect(file.text).toContain('Line 3');
  const foreign = { 'sec-fetch-site': 'cross-site' };
  for (const [method, path] of [
    ['POST', '/api/stories'],
    ['PUT', `/api/stories/${id}`],
    ['POST', '/api/stories/import'],
    ['POST', '/api/drill/answers'],
  ] as const)
    expect((await browser.send(method, path, {}, foreign)).code).toBe('wrong_origin');
});
