import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { composer } from './support/room.ts';
import { Visitor } from './support/visitor.ts';

/** Bytes of script, compressed, that the interview page may ask for before it works. */
const firstLoadLimit = 170_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('fits a narrow phone on every page', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const id = await visitor.start();
  const page = await visitor.open('/');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/', '/mock', '/study', `/interviews/${id}`, '/history']) {
    await page.goto(path);
    await expectNoSideways(page);
    await expectAccessible(page);
  }
  await page.goto(`/interviews/${id}`);
  await composer(page).fill('A long answer. '.repeat(200));
  expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
  expect(await page.locator('li[data-speaker="bar_raiser"] p').last().isVisible()).toBe(true);
  await visitor.leave();
});

it('says so plainly where there is nothing, and to someone else', async () => {
  const [owner, other] = [
    await Visitor.arrive(browser, inject('address')),
    await Visitor.arrive(browser, inject('address')),
  ];
  const id = await owner.start();
  const page = await other.open('/history');
  await page.getByText('There are none yet').waitFor();
  await expectAccessible(page);
  for (const path of [`/interviews/${id}`, '/interviews/no-such-interview', '/nowhere']) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor();
  }
  await expectAccessible(page);
  await owner.leave();
  await other.leave(/404/);
});

it('remembers the colours one chose, from the first byte', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByText('Dark', { exact: true }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  const response = await page.reload();
  expect(await response?.text()).toMatch(/<html[^>]*data-theme="dark"/);
  expect(await paper()).toBe(dark);
  await visitor.leave();
});

it('offers an unfinished interview on the start page', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const id = await visitor.start();
  const page = await visitor.open('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /unpopular opinion/ })
    .click();
  await page.waitForURL(`**/interviews/${id}`);
  await visitor.leave();
});

it('loads the interview page with little script', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const response = await visitor.context.request.get(`/interviews/${await visitor.start()}`);
  const tags = (await response.text()).match(/<script[^>]*src="[^"]+"[^>]*>/g) ?? [];
  const modern = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? '');
  const sizes = await Promise.all(
    [...new Set(modern)].map(
      async (url) => gzipSync(await (await visitor.context.request.get(url)).body()).length,
    ),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(firstLoadLimit);
  await visitor.leave();
});
