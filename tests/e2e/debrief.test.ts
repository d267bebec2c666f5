import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { replies, weakStory } from './support/stories.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let visitor: Visitor;
let id: string;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  visitor = await Visitor.arrive(browser, inject('address'));
  id = await visitor.hold(weakStory, replies);
  page = await visitor.open(`/interviews/${id}`);
});
afterEach(() => visitor.leave());

it('leads from each quote to its place in the transcript, without losing the reader’s', async () => {
  const link = page.locator('blockquote a').first();
  const quote = (await link.textContent())?.match(/“([\s\S]+)”/)?.[1];
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await link.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  const marked = await page.locator('[data-active]').allTextContents();
  expect(marked.join('')).toBe(quote);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await page.locator('[data-active]').first().isVisible()).toBe(true);
});

it('on a phone leads to the place and back', async () => {
  await page.setViewportSize(phone);
  const link = page.locator('blockquote a').first();
  await link.click();
  expect(await page.locator('[data-active]').first().isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Back to the debrief' }).click();
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectNoSideways(page);
});

it('finds every quote it shows in the transcript', async () => {
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((target) => !document.getElementById(target)),
  );
  expect(broken).toEqual([]);
});

it('grades one redo on the spot and shows before and after', async () => {
  await page
    .getByLabel(/told again/)
    .fill(
      'I wrote the page myself, took it to our lead on Monday, and cut the late files from 6 to 0.2 percent in a month.',
    );
  await page.getByRole('button', { name: 'Grade it' }).click();
  await page.getByText('With this part told again').waitFor();
  expect(await page.getByText('I wrote the page myself', { exact: false }).first().isVisible()).toBe(true);
  expect(await page.getByLabel(/told again/).count()).toBe(0);
  await picture(page, 'redo');
  await expectAccessible(page);
  await page.reload();
  expect(await page.getByText('With this part told again').isVisible()).toBe(true);
});

it.each(['Markdown', 'JSON'])('is taken along as %s', async (format) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: format }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(format === 'JSON' ? /\.json$/ : /\.md$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('too early');
});

it('is deleted for good, after asking back', async () => {
  await page.getByRole('button', { name: 'Delete' }).click();
  await expectAccessible(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete it' }).click();
  await page.waitForURL(/\/history$/);
  await page.getByText('There are none yet').waitFor();
  const gone = await visitor.context.request.get(`/api/interviews/${id}`);
  expect(gone.status()).toBe(404);
});

it('prints everything, and nothing that only works on a screen', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: 'Markdown' }).isVisible()).toBe(false);
  const transcript = page.locator('[data-transcript]');
  expect(await transcript.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
});
