import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { expectStill } from './support/layout-shift.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

const scenario = '/study/dive-deep-cause-in-the-details';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const entries = (page: Page) => page.locator('main ol > li h2');

it('finds a question by words, principle and field, and keeps the search in the address', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open('/study');
  const all = await entries(page).count();
  expect(all).toBeGreaterThan(3);
  await expectAccessible(page);
  await picture(page, 'study');

  await page.getByLabel('Words').fill('weighbridge');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('One question').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('weighbridge');
  await page.getByLabel('Principle').selectOption('Ownership');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nothing in the library has all of that.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show all of them' }).click();
  await page.getByRole('status').getByText(`${all} questions`).waitFor();
  await page.goto('/study?principle=ownership&level=senior&topic=nonsense');
  expect(await page.getByLabel('Your level').inputValue()).toBe('senior');
  expect(await entries(page).count()).toBeGreaterThan(0);
  await visitor.leave();
});

it('changes the reflection, the bar and the times with the level, and the retelling with the principle', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open(scenario);
  const reflection = page.getByRole('region', { name: 'Reflection' });
  await reflection.getByText('the first plot in each').waitFor();
  await page.getByRole('navigation', { name: 'Level' }).getByRole('link', { name: 'Senior' }).click();
  await reflection.getByText('Scale, bridge and bill each had an owner').waitFor();
  await page.getByText('Goes to the bottom across boundaries').waitFor();
  await page.getByRole('link', { name: 'Earn Trust' }).click();
  await page.getByText('Three parties, each certain').waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    level: 'senior',
    for: 'earn-trust',
  });
  await page.reload();
  await page.getByText('Three parties, each certain').waitFor();
  await page.getByRole('link', { name: 'Be asked this question' }).click();
  await page.waitForURL(/\/mock\?/);
  expect(await page.getByRole('radio', { name: /dig into the details/ }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Senior' }).isChecked()).toBe(true);
  await visitor.leave();
});

it('marks the key phrases, pins the flaws to their words and folds the answers away', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open(scenario);
  await expectStill(page);
  await expectAccessible(page);
  await picture(page, 'scenario');
  expect(await page.locator('mark', { hasText: 'What turned it was dropping the percentage' }).count()).toBe(
    1,
  );
  await page.getByRole('link', { name: 'Flaw 3' }).click();
  expect(await page.locator(':target').textContent()).toContain('Others fixed it');
  const answer = page.getByText('a constant points to something mechanical');
  expect(await answer.isVisible()).toBe(false);
  await page.getByText('Show the answer').first().click();
  expect(await answer.isVisible()).toBe(true);
  await page.setViewportSize(phone);
  await expectNoSideways(page);
  await visitor.leave();
});

it('remembers what one has read', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open(scenario);
  await page.getByText('Did it stay with you?').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
  await page.getByText('Read', { exact: true }).last().waitFor();
  await page.goto('/study');
  await page.getByText(/; begun/).waitFor();
  await page.goto('/');
  await page.getByRole('link', { name: 'Go on with Dive Deep' }).waitFor();
  await visitor.leave();
});

it('reads and searches without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: inject('address') });
  const page = await context.newPage();
  await page.goto('/study');
  await page.getByLabel('Words').fill('weighbridge');
  await page.getByRole('button', { name: 'Search' }).click();
  expect(await entries(page).count()).toBe(1);
  await entries(page).getByRole('link').click();
  await page.getByRole('link', { name: 'Senior' }).click();
  expect(await page.getByText('Goes to the bottom across boundaries').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Earn Trust' }).click();
  expect(await page.getByText('Three parties, each certain').isVisible()).toBe(true);
  await page.getByText('Show the answer').first().click();
  expect(await page.getByText('a constant points to something mechanical').isVisible()).toBe(true);
  await context.close();
});

it('answers a scenario that does not exist with a plain page', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open('/study');
  const response = await page.goto('/study/no-such-scenario');
  expect(response?.status()).toBe(404);
  await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor();
  await visitor.leave(/404/);
});

it('says on the start page what to do next', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const page = await visitor.open('/');
  await expectAccessible(page);
  await expectStill(page);
  await picture(page, 'home');
  expect(await page.getByRole('row').count()).toBe(17);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await page.getByRole('link', { name: 'Frugality' }).click();
  await page.waitForURL('**/study?principle=frugality');
  await visitor.leave();
});
