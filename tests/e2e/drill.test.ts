import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { expectStill } from './support/layout-shift.ts';
import { tabTo } from './support/room.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

const hbdc = 'have-backbone-unpopular-opinion';

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

const done = (page: Page) => page.getByRole('button', { name: 'Done' });
const outcome = (page: Page) => page.getByRole('region', { name: 'How it went' });

async function answerInWords(page: Page, text: string): Promise<void> {
  await page.locator('#drill-answer').fill(text);
  await page.keyboard.press('Control+Enter');
  await outcome(page).waitFor();
}

it('leads through today’s five minutes, one exercise after the other, and counts the day', async () => {
  const page = await visitor.open('/drill');
  const planned = await page.getByRole('region', { name: 'Today' }).getByRole('listitem').count();
  expect(planned).toBeGreaterThan(2);
  await expectAccessible(page);
  await expectStill(page);
  await picture(page, 'drill');
  await page.goto('/drill?kind=quiz');
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.waitForURL(/\/drill\/quiz/);
  const first = new URL(page.url()).pathname;
  await page.getByRole('main').getByRole('radio').first().check();
  await done(page).click();
  await outcome(page).waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForURL((url) => url.pathname !== first && url.pathname.startsWith('/drill/quiz'));
  await page.goto('/drill');
  await page.getByText('One day of practice.').waitFor();
  expect(await page.getByText('One exercise tried').isVisible()).toBe(true);
});

it('marks flaws with the keyboard alone, keeps the marks over a reload, and shows each flaw', async () => {
  const page = await visitor.open(`/drill/flaw.${hbdc}`);
  await expectAccessible(page);
  await tabTo(page, /^I$/);
  for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
  await page.getByRole('status').getByText('One place marked').waitFor();
  await page.reload();
  await page.getByRole('status').getByText('One place marked').waitFor();
  expect(await page.locator('[aria-pressed="true"]').allTextContents()).toEqual([
    'I',
    'noticed',
    'the',
    'webhook',
    'failures',
  ]);
  await picture(page, 'drill-flaw');
  await tabTo(page, /Done/);
  await page.keyboard.press('Enter');
  await outcome(page).waitFor();
  expect(await outcome(page).getByRole('heading', { name: '25 of 100' }).isVisible()).toBe(true);
  expect(await outcome(page).getByText('Missing', { exact: true }).isVisible()).toBe(true);
  await picture(page, 'drill-flaw-outcome');
  await expectAccessible(page);
});

it('marks by two clicks and by drawing over the words', async () => {
  const page = await visitor.open(`/drill/flaw.${hbdc}`);
  const word = (text: string) => page.getByRole('button', { name: text, exact: true });
  await word('escalated').click();
  await word('Platform').click();
  await page.getByRole('status').getByText('One place marked').waitFor();
  await word('have').hover();
  await page.mouse.down();
  await word('numbers.').hover();
  await page.mouse.up();
  await page.getByRole('status').getByText('2 places marked').waitFor();
  await word('Platform').click();
  await page.getByRole('status').getByText('One place marked').waitFor();
  expect(await page.locator('[aria-pressed="true"]').allTextContents()).toEqual([
    'have',
    'exact',
    'numbers.',
  ]);
});

it('tells a section against its clock and says what earned and what is missing', async () => {
  const page = await visitor.open(`/drill/section.${hbdc}.result`);
  await page.locator('#drill-answer').fill('After my change the late files fell from 6 percent');
  await page.getByText('0:04').waitFor();
  await page.reload();
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('After my change'));
  await answerInWords(
    page,
    'After my change the late files fell from 6 percent to 0.2 percent in four weeks, and wrong orders fell by 31 a day.',
  );
  expect(await outcome(page).locator('mark').count()).toBeGreaterThan(0);
  expect(await outcome(page).getByText('Earned', { exact: true }).isVisible()).toBe(true);
  await page.getByRole('region', { name: 'As it is published' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'drill-section-outcome');
  await page.setViewportSize(phone);
  await expectNoSideways(page);
  await page.getByRole('button', { name: 'Once more' }).click();
  expect(await page.locator('#drill-answer').inputValue()).toBe('');
});

it('rates the reply to a follow-up beside the documented ones', async () => {
  const page = await visitor.open(`/drill/probe.${hbdc}.resistance`);
  await expectAccessible(page);
  await picture(page, 'drill-probe');
  await answerInWords(page, 'I sent them a message and they took care of it.');
  expect(await outcome(page).getByRole('heading', { name: 'Weak reply' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'A strong reply' }).isVisible()).toBe(true);
  await expectAccessible(page);
  await picture(page, 'drill-probe-outcome');
});

it.each(['rewrite', 'numbers'])('takes a %s of the weak passage', async (kind) => {
  const page = await visitor.open(`/drill/${kind}.${hbdc}`);
  await expectAccessible(page);
  await answerInWords(
    page,
    'I pulled a month of webhook logs. I wrote the fix that serialises the retries. I took it to the lead of the Platform team, and the drop rate fell from 0.3 % to zero in two weeks, which saved merchants $8K a week.',
  );
  const heading = await outcome(page).getByRole('heading').nth(1).textContent();
  expect(Number(/^(\d+) of 100$/.exec(heading ?? '')?.[1])).toBeGreaterThan(60);
  await expectAccessible(page);
});

it('keeps the answer and its id when the server is out of reach, and counts it once', async () => {
  expected = /ERR_FAILED|ERR_INTERNET_DISCONNECTED/;
  const page = await visitor.open(`/drill/probe.${hbdc}.different`);
  const ids: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/drill/answers')) ids.push(String(request.postDataJSON().id));
  });
  await page.route('**/api/drill/answers', (route) => route.abort());
  await page.locator('#drill-answer').fill('I would bring the logs to her in private first.');
  await done(page).click();
  await page.getByRole('alert').getByText('Your answer is still here.').waitFor();
  await page.unroute('**/api/drill/answers');
  await page.reload();
  await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
  await done(page).click();
  await outcome(page).waitFor();
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

it('can be read without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: inject('address') });
  const page = await context.newPage();
  await page.goto('/drill');
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'The task' }).waitFor();
  await page.goto(`/drill/probe.${hbdc}.resistance`);
  expect(await page.getByText('persistent 0.3 % webhook drop').first().isVisible()).toBe(true);
  await context.close();
});

it('says plainly that there is no such exercise', async () => {
  expected = /404/;
  const page = await visitor.open('/drill/quiz.nowhere.1');
  await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor();
});
