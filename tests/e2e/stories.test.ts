import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { storiesMarkdown } from '#lib/domain/story/story-markdown.ts';
import { lateExport, teamMove } from '#tests/support/own-stories.ts';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { expectStill } from './support/layout-shift.ts';
import { questions } from './support/room.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let visitor: Visitor;
let expected: RegExp | undefined;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  expected = undefined;
  visitor = await Visitor.arrive(browser, inject('address'));
});
afterEach(() => visitor.leave(expected));

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page, version: number) => page.getByText(`Saved, version ${version}`).waitFor();

/** Stories taken in from Markdown, as one would with a file. */
async function bank(page: Page): Promise<void> {
  const buffer = Buffer.from(storiesMarkdown([lateExport, teamMove]));
  await page
    .getByLabel(/Take in a file/)
    .setInputFiles({ name: 'stories.md', mimeType: 'text/markdown', buffer });
  await page.getByText('2 added, 0 updated, 0 as they were.').waitFor();
  await page.getByRole('link', { name: lateExport.title }).waitFor();
}

it('writes a story, keeps it over a reload, saves it, and reads what is missing', async () => {
  const page = await visitor.open('/stories');
  await page.getByText('There are none yet').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Write a story' }).click();
  await page.getByRole('heading', { name: 'A new story' }).waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Moving the app');
  await page.getByLabel('Situation', { exact: true }).fill(teamMove.sections.situation);
  await page.getByLabel('Action', { exact: true }).fill(teamMove.sections.action);
  await page.getByText('Not saved yet; kept in this browser').waitFor();
  await page.reload();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#story-title')?.value === 'Moving the app',
  );
  expect(await page.getByLabel('Action', { exact: true }).inputValue()).toBe(teamMove.sections.action);
  await page.getByLabel('Ownership', { exact: true }).check();
  await save(page).click();
  await page.waitForURL(/\/stories\/[0-9a-f]{32}$/);
  await saved(page, 1);
  const reading = page.getByRole('region', { name: 'As the grader reads it' });
  await reading.getByText('Missing whatever the principle').waitFor();
  expect(await reading.getByText('Measured change', { exact: true }).isVisible()).toBe(true);
  await page.getByLabel('Result', { exact: true }).fill('The app was moved.');
  await save(page).click();
  await saved(page, 2);
  await page.getByRole('button', { name: 'Take up version 1' }).click();
  expect(await page.getByLabel('Result', { exact: true }).inputValue()).toBe('');
  await save(page).click();
  await saved(page, 3);
  await page.goto('/stories/new');
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('');
});

it('shows the holes, and looks right on a phone and in the dark', async () => {
  const page = await visitor.open('/stories');
  await bank(page);
  const row = page.getByRole('row', { name: /Frugality/ });
  expect(await row.getByText('a hole').isVisible()).toBe(true);
  expect(
    await page
      .getByRole('row', { name: /Dive Deep/ })
      .getByText('one only')
      .isVisible(),
  ).toBe(true);
  await expectAccessible(page);
  await expectStill(page);
  await picture(page, 'stories');
  await page.getByRole('link', { name: lateExport.title }).click();
  await page.getByRole('heading', { level: 1, name: lateExport.title }).waitFor();
  await expectAccessible(page);
  await expectStill(page);
  await picture(page, 'story');
  await picture(page, 'story-reading', 'end');
  await page.setViewportSize(phone);
  await expectNoSideways(page);
});

it('takes a story to a mock, drills it, and counts its uses', async () => {
  const page = await visitor.open('/stories');
  await bank(page);
  await page.getByRole('link', { name: lateExport.title }).click();
  await page.getByRole('link', { name: 'Tell it in a mock' }).click();
  await page.getByRole('heading', { name: 'Your story', exact: true }).waitFor();
  expect(await page.getByText(lateExport.sections.task).isVisible()).toBe(true);
  await expectAccessible(page);
  await picture(page, 'story-mock');
  await page.getByRole('button', { name: 'Begin the interview' }).click();
  await questions(page).first().waitFor();
  await page.goto('/stories');
  await page.getByText('used once').waitFor();
  await page.getByRole('link', { name: lateExport.title }).click();
  await page.getByRole('link', { name: 'Drill it' }).click();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('link', { name: 'Your story' }).waitFor();
});

it('takes stories along and brings them back, and names the line that cannot be read', async () => {
  expected = /400/;
  const page = await visitor.open('/stories');
  await bank(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'JSON, with all versions' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(lateExport.title);
  const file = (name: string, words: string) =>
    page
      .getByLabel(/Take in a file/)
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  await file('stories.json', text);
  await page.getByText('0 added, 0 updated, 2 as they were.').waitFor();
  await file('stories.md', '# One\n\n## Plot\n');
  await page.getByRole('alert').getByText('Line 3: "Plot" is no part of a story.').waitFor();
});

it('puts words saved in two windows one on top of the other, and loses none', async () => {
  expected = /409/;
  const page = await visitor.open('/stories');
  await bank(page);
  await page.getByRole('link', { name: teamMove.title }).click();
  await page.getByLabel('Title', { exact: true }).waitFor();
  const other = await visitor.open(page.url());
  await other.getByLabel('Reflection', { exact: true }).fill('Ask sooner.');
  await save(other).click();
  await saved(other, 2);
  await page.getByLabel('Task', { exact: true }).fill('The move was mine.');
  await save(page).click();
  await page.getByRole('alert').getByText('changed in another window').waitFor();
  await save(page).click();
  await saved(page, 3);
  await page.getByRole('button', { name: 'Take up version 2' }).waitFor();
});

it('deletes a story for good, after asking', async () => {
  const page = await visitor.open('/stories');
  await bank(page);
  await page.getByRole('link', { name: teamMove.title }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.waitForURL(/\/stories$/);
  await page.getByRole('link', { name: lateExport.title }).waitFor();
  expect(await page.getByRole('link', { name: teamMove.title }).count()).toBe(0);
});

it('can be read without script', async () => {
  const page = await visitor.open('/stories');
  await bank(page);
  const path = await page.getByRole('link', { name: lateExport.title }).getAttribute('href');
  const cookies = await visitor.context.cookies();
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: inject('address') });
  await context.addCookies(cookies);
  const plain = await context.newPage();
  await plain.goto(path ?? '/stories');
  expect(await plain.getByLabel('Result', { exact: true }).inputValue()).toBe(lateExport.sections.result);
  expect(await plain.getByRole('region', { name: 'As the grader reads it' }).isVisible()).toBe(true);
  await context.close();
});
