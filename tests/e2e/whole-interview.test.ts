import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { answers, composer, questions, say, tabTo } from './support/room.ts';
import { replies, strongStory } from './support/stories.ts';
import { picture, Visitor } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('is held from the start page to the debrief by keyboard alone', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open('/mock');
  await expectAccessible(page);
  await picture(page, 'start');

  await tabTo(page, /unpopular opinion/);
  await tabTo(page, /SDE2/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /Begin the interview/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/interviews\/[0-9a-f-]+$/);
  await questions(page).first().waitFor();
  expect(await questions(page).first().textContent()).toContain('unpopular opinion');
  expect(await page.getByText('Your story').isVisible()).toBe(true);
  await expectAccessible(page);

  await page.waitForFunction(() => document.activeElement?.id === 'answer');
  await say(page, strongStory);
  expect(await page.getByText(/^Question 1 of at most 6$/).isVisible()).toBe(true);
  await page.waitForFunction(() => document.activeElement?.id === 'answer');
  await composer(page).fill('Half of an answer');
  await picture(page, 'interview', 'end');
  await expectAccessible(page);

  for (const reply of replies) {
    await say(page, reply);
    if (await page.getByText('The interview is over').isVisible()) break;
  }
  expect(await page.getByText('The interview is over').isVisible()).toBe(true);
  expect(await questions(page).count()).toBeGreaterThanOrEqual(5);
  const said = await answers(page).count();

  await page.getByRole('status').getByText('The debrief is ready').waitFor();
  expect(await page.getByRole('heading', { name: 'Against' }).count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'self-vote', 'end');
  await page.evaluate(() => document.body.focus());
  await tabTo(page, /Strong No Hire/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /Cast my vote/);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Against' }).waitFor();
  expect(await page.title()).toContain('Debrief');
  expect(await page.getByText('The vote for Senior').isVisible()).toBe(true);
  expect(await page.locator('li', { hasText: 'your vote' }).textContent()).toMatch(/^Hire/);
  expect(await page.locator('blockquote').count()).toBeGreaterThan(0);
  expect(await page.locator('[data-transcript] li[data-speaker="candidate"]').count()).toBe(said);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expectAccessible(page);
  await picture(page, 'debrief');

  await page.goto('/history');
  await page.getByRole('link', { name: /read the debrief/ }).waitFor();
  await expectAccessible(page);
  await picture(page, 'history');
  await visitor.leave();
});
