import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { replies, strongStory, weakStory } from './support/stories.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let visitor: Visitor;
let weak: string;
let strong: string;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await Visitor.arrive(browser, inject('address'));
  weak = await visitor.hold(weakStory, ['I helped.', 'We did it.', 'I do not know.', ...replies]);
  strong = await visitor.hold(strongStory, replies);
  await visitor.start('senior', 'ownership');
});
afterAll(async () => {
  await visitor.leave();
  await browser.close();
});

async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoSideways(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const lines = (page: Page) => page.locator('main ol > li h2');

describe('the history', () => {
  it('is filtered by its address, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { cookies } = await visitor.context.storageState();
      const context = await browser.newContext({ baseURL: visitor.address, javaScriptEnabled });
      await context.addCookies(cookies);
      const page = await context.newPage();
      await page.goto('/history');
      expect(await lines(page).count()).toBe(3);
      await page.getByLabel('Vote').selectOption('none');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByText('1 of 3 interviews').waitFor();
      expect(new URL(page.url()).searchParams.get('vote')).toBe('none');
      expect(await lines(page).count()).toBe(1);
      expect(await page.getByText('Senior, the embedded engine').count()).toBe(1);
      await context.close();
    }
  });

  it('says what to work on next, with a drill that opens', async () => {
    const page = await visitor.open('/history');
    await page.getByRole('heading', { name: 'Next to work on' }).waitFor();
    await expectSound(page);
    await picture(page, 'history-full');
    await page.getByRole('link', { name: /^Drill the/ }).click();
    await page.waitForURL(/\/drill\/section\./);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.close();
  });
});

describe('the replay', () => {
  it('plays by keys, moves the ledger with each reply, and ends where the debrief stands', async () => {
    const page = await visitor.open(`/interviews/${strong}/replay`);
    const said = page.locator('li[data-step]');
    const moved = page.locator('li[data-moved]');
    expect(await said.count()).toBe(1);
    expect(await moved.count()).toBe(0);
    await page.locator('body').press('ArrowRight');
    await said.nth(1).waitFor();
    expect(await moved.count()).toBeGreaterThan(0);
    const quoted = await said.nth(1).locator('.quoted').first().textContent();
    expect(strongStory).toContain(quoted);
    await page.getByRole('button', { name: 'Double speed' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    const scrubber = page.getByLabel('Place in the replay');
    const before = Number(await scrubber.inputValue());
    await page.waitForFunction(
      (from) => Number(document.querySelector<HTMLInputElement>('input[type=range]')?.value) > from + 1,
      before,
    );
    await page.getByRole('button', { name: 'Pause' }).click();
    await picture(page, 'replay-under-way');
    await page.locator('body').press('End');
    const { turns } = await visitor.view(strong);
    await expect
      .poll(() => page.locator('li[data-step][data-speaker="candidate"]').count())
      .toBe(turns.filter(({ speaker }) => speaker === 'candidate').length);
    expect(await page.getByText('Why it was asked').count()).toBeGreaterThanOrEqual(3);
    await scrubber.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => said.count()).toBe(1);
    await page.keyboard.press('End');
    await expect.poll(() => said.count()).toBeGreaterThan(5);
    await expectSound(page);
    await picture(page, 'replay');
    await page.close();
  });

  it('is a transcript with the ledger after each turn where there is no script', async () => {
    const { cookies } = await visitor.context.storageState();
    const context = await browser.newContext({ baseURL: visitor.address, javaScriptEnabled: false });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`/interviews/${strong}/replay`);
    // Found by their place: what stands in a noscript element is no text to a locator.
    const told = page.locator('noscript li[data-speaker="candidate"] p:nth-child(2)').first();
    expect(await told.textContent()).toBe(strongStory);
    expect(await told.isVisible()).toBe(true);
    await page.locator('noscript summary').first().click();
    expect(await page.locator('noscript details[open] li').count()).toBe(10);
    expect(await page.locator('noscript details[open] li').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Play' }).isVisible()).toBe(false);
    await context.close();
  });
});

describe('trends', () => {
  it('are drawn by a chart that the strict policy lets pass, with the same numbers in a table', async () => {
    const page = await visitor.context.newPage();
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
        refused.push(`${violatedDirective} ${sample}`);
      });
    });
    const answer = await page.goto('/history/trends?criterion=metric');
    expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
    const chart = page.getByRole('img', { name: /^Measured change/ });
    await chart.locator('.recharts-line-curve').first().waitFor({ state: 'attached' });
    // One for each interview.
    expect(await chart.locator('.recharts-line-dots path').count()).toBe(2);
    expect(await page.evaluate(() => Reflect.get(window, 'refused'))).toEqual([]);
    await page.getByText('The same numbers as a table').first().click();
    const rows = page.locator('details[open] tbody tr');
    expect(await rows.count()).toBe(2);
    expect(await rows.first().textContent()).toContain('the embedded engine');
    await expectSound(page);
    await picture(page, 'trends');
    await picture(page, 'trends-end', 'end');
    await page.close();
  });

  it('without script have their numbers', async () => {
    const { cookies } = await visitor.context.storageState();
    const context = await browser.newContext({ baseURL: visitor.address, javaScriptEnabled: false });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto('/history/trends?criterion=metric');
    await page.getByText('The same numbers as a table').first().click();
    expect(await page.locator('details[open] tbody tr').count()).toBe(2);
    await context.close();
  });
});

it('two attempts stand side by side, with the words that earned the higher score', async () => {
  const page = await visitor.open('/history/questions');
  await expectSound(page);
  await picture(page, 'questions');
  await page.getByRole('link', { name: 'First against latest' }).click();
  await page.waitForURL(/one=.*other=/);
  const earned = page.getByText('what earned the higher score').first();
  await earned.waitFor();
  const quote = page.locator('blockquote.border-rubric a').first();
  expect(await quote.getAttribute('href')).toMatch(new RegExp(`^/interviews/(${strong}|${weak})#q-`));
  await expectSound(page);
  await picture(page, 'compare');
  await quote.click();
  await page.waitForURL(/#q-/);
  expect(await page.locator(':target').count()).toBe(1);
  await page.goto(`/history/compare?one=${weak}&other=${weak}`);
  expect(new URL(page.url()).pathname).toBe('/history/questions');
  await page.close();
});
