import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { launchChromium } from './support/chromium.ts';
import { answers, composer, questions, say } from './support/room.ts';
import { startServer } from './support/server.ts';
import { replies, strongStory } from './support/stories.ts';
import { Visitor } from './support/visitor.ts';

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

it('is the same after a reload in the middle, with the draft still there', async () => {
  const page = await visitor.open(`/interviews/${await visitor.start()}`);
  await say(page, strongStory);
  const asked = await questions(page).last().textContent();
  await composer(page).fill('A draft,\nof two lines');
  await page.reload();
  await page.waitForFunction(() => document.activeElement?.id === 'answer');
  expect(await composer(page).inputValue()).toBe('A draft,\nof two lines');
  expect(await questions(page).last().textContent()).toBe(asked);
  await page.keyboard.press('Control+Enter');
  await questions(page).nth(2).waitFor();
  expect(await answers(page).count()).toBe(2);
});

it('takes a repeated question for what it is: asked again, and not counted', async () => {
  const page = await visitor.open(`/interviews/${await visitor.start()}`);
  await page.getByRole('button', { name: 'Repeat the question' }).click();
  await questions(page).nth(1).waitFor();
  expect(await questions(page).nth(1).textContent()).toContain('unpopular opinion');
  expect(await page.getByText('Your story', { exact: true }).isVisible()).toBe(true);
});

it('follows in one tab what was said in another', async () => {
  const id = await visitor.start();
  const [first, second] = [await visitor.open(`/interviews/${id}`), await visitor.open(`/interviews/${id}`)];
  await composer(second).fill('Words begun in the second tab');
  await say(first, strongStory);
  await second.getByText('This interview went on in another tab').waitFor();
  expect(await questions(second).count()).toBe(2);
  expect(await composer(second).inputValue()).toBe('Words begun in the second tab');
});

it('gives words back that answer a question which is no longer the last', async () => {
  expected = /409/;
  const id = await visitor.start();
  const page = await visitor.open(`/interviews/${id}`);
  await composer(page).fill('Said to the opening');
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await visitor.say(id, strongStory);
  await page.keyboard.press('Control+Enter');
  await page.getByText('your words are back in the box', { exact: false }).waitFor();
  expect(await composer(page).inputValue()).toBe('Said to the opening');
  expect((await visitor.view(id)).turns).toHaveLength(3);
  await questions(page).nth(1).waitFor();
});

it('refuses 50,000 characters in plain words and keeps every one', async () => {
  expected = /413/;
  const page = await visitor.open(`/interviews/${await visitor.start()}`);
  const long = 'I told them so. '.repeat(3125);
  await composer(page).fill(long);
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('alert')
    .getByText(/20,000/)
    .waitFor();
  expect((await composer(page).inputValue()).trim()).toBe(long.trim());
  await page.reload();
  await page.waitForFunction(() => document.activeElement?.id === 'answer');
  expect(await composer(page).inputValue()).toHaveLength(long.length);
});

it('ends when asked to, after asking back', async () => {
  const id = await visitor.start();
  const page = await visitor.open(`/interviews/${id}`);
  await say(page, strongStory);
  await page.getByRole('button', { name: 'End the interview' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  expect((await visitor.view(id)).phase.phase).toBe('probing');
  await page.getByRole('button', { name: 'End the interview' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the interview' }).click();
  await page.getByText('First your own vote').waitFor();
  await page.reload();
  await page.getByText('First your own vote').waitFor();
  expect(await page.getByRole('heading', { name: 'Against' }).count()).toBe(0);
});

it('loses nothing when the server dies during a turn, and goes on when it is back', async () => {
  const server = await startServer();
  const guest = await Visitor.arrive(browser, server.address);
  try {
    const id = await guest.start();
    const page = await guest.open(`/interviews/${id}`);
    await say(page, strongStory);
    server.freeze();
    await composer(page).fill(replies[0]);
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(200);
    await server.kill();
    await page.getByText('The server cannot be reached').waitFor();
    expect(await answers(page).last().textContent()).toContain(replies[0]);
    await composer(page).fill('Typed while it was away');
    await server.restart();
    await questions(page).nth(2).waitFor({ timeout: 20_000 });
    expect(await composer(page).inputValue()).toBe('Typed while it was away');
    const { turns } = await guest.view(id);
    expect(turns.filter(({ text }) => text === replies[0])).toHaveLength(1);

    await server.kill();
    await composer(page).fill(replies[1]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('The server cannot be reached').waitFor();
    await server.restart();
    await page.reload();
    await questions(page).nth(3).waitFor({ timeout: 20_000 });
    expect((await guest.view(id)).turns.filter(({ text }) => text === replies[1])).toHaveLength(1);
  } finally {
    await guest.leave(
      /ERR_CONNECTION|ERR_SOCKET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_NETWORK|status of 409/,
    );
    await server.remove();
  }
});
