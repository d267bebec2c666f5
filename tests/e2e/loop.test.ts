import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { answers, questions, say, tabTo } from './support/room.ts';
import { startServer, type TestServer } from './support/server.ts';
import { replies, strongStory, weakStory } from './support/stories.ts';
import { picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
}, 600_000);
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** Tells a story and answers until the question is over, or ends it. */
async function tell(page: Page, story: string): Promise<void> {
  await say(page, story);
  const over = page.getByText(/Question \d of 3 is over/);
  for (const reply of replies) {
    if (await over.isVisible()) return;
    await say(page, reply);
  }
  if (await over.isVisible()) return;
  await say(page, "Let's stop here, please.");
  await over.waitFor();
}

const room = /\/interviews\/[0-9a-f-]+$/;
const loop = /\/loops\/[0-9a-f-]+$/;

it('is held in three questions, through a pause, a reload and a restart, to its joint debrief', async () => {
  const visitor = await Visitor.arrive(browser, server.address);
  const page = await visitor.open('/mock');
  await page.getByRole('link', { name: 'Plan a loop' }).click();
  await page.waitForURL('**/loops/new');
  await expectAccessible(page);
  await picture(page, 'loop-new');

  await tabTo(page, /^Ownership$/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Have Backbone/);
  await page.keyboard.press('Space');
  await tabTo(page, /Plan the loop/);
  await page.keyboard.press('Enter');
  await page.waitForURL(loop);
  const address = page.url();
  await page.getByRole('heading', { name: /Your loop is planned/ }).waitFor();
  expect(await page.getByText('A surprise').count()).toBe(1);
  await expectAccessible(page);
  await picture(page, 'loop-waiting');

  await page.getByRole('button', { name: 'Begin the first question' }).click();
  await page.waitForURL(room);
  expect(await page.getByText('15 minutes').count()).toBeGreaterThan(0);
  await say(page, strongStory);
  const asked = await questions(page).last().textContent();
  await page.reload();
  expect(await questions(page).last().textContent()).toBe(asked);

  await page.getByRole('button', { name: 'Pause and leave' }).click();
  await page.getByRole('heading', { name: 'Question 1 is paused.' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'loop-paused');
  await server.kill();
  await server.restart();
  await page.reload();
  await page.getByRole('button', { name: 'Take it up again' }).click();
  await page.waitForURL(room);
  expect(await answers(page).count()).toBe(1);
  await say(page, "Let's stop here, please.");
  await page.getByText('Question 1 of 3 is over').waitFor();
  expect(await page.getByText('Cast my vote').count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'loop-question-over', 'end');
  await page.getByRole('link', { name: 'Go on to the break' }).click();

  await page.getByRole('heading', { name: 'A break.' }).waitFor();
  expect(await page.getByRole('timer').textContent()).toMatch(/^[0-3]:\d\d$/);
  await expectAccessible(page);
  await picture(page, 'loop-break');
  await page.getByRole('button', { name: /Skip the break/ }).click();
  await page.waitForURL(room);
  await tell(page, weakStory);
  await page.getByRole('link', { name: 'Go on to the break' }).click();
  await page.getByRole('button', { name: /Skip the break/ }).click();
  await page.waitForURL(room);
  // The first story once more: to be told as a fact.
  await tell(page, strongStory);
  await page.getByRole('link', { name: 'Go on to the vote' }).click();

  await page.waitForURL(address);
  await page.getByRole('heading', { name: 'The loop is over.' }).waitFor();
  await page.getByRole('status').getByText('The debrief is ready').waitFor();
  await expectAccessible(page);
  await picture(page, 'loop-vote');
  await tabTo(page, /Strong No Hire/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /Cast my vote/);
  await page.keyboard.press('Enter');

  await page.getByText('The recommendation for SDE2').waitFor();
  expect(await page.locator('li', { hasText: 'your vote' }).textContent()).toMatch(/^Hire/);
  await page.getByText('Questions 1 and 3 were answered with the same story.').waitFor();
  expect(await page.getByRole('link', { name: /Read its debrief/ }).count()).toBe(3);
  await expectAccessible(page);
  await expectNoSideways(page);
  await picture(page, 'loop-debrief');
  await picture(page, 'loop-debrief-end', 'end');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);

  const shown = await page.locator('main').textContent();
  await server.kill();
  await server.restart();
  await page.reload();
  expect(await page.locator('main').textContent()).toBe(shown);
  const markdown = await visitor.context.request.get(
    `${address.replace('/loops/', '/api/loops/')}/report.md`,
  );
  expect(await markdown.text()).toContain('## What would have moved it most');
  await page
    .getByRole('link', { name: /Read its debrief/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Against' }).waitFor();
  await visitor.leave(/ERR_CONNECTION_REFUSED|Failed to fetch/);
}, 400_000);
