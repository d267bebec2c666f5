import type { Page } from 'playwright-core';

export const composer = (page: Page) => page.getByLabel('Your answer');
export const questions = (page: Page) => page.locator('li[data-speaker="bar_raiser"]');
export const answers = (page: Page) => page.locator('li[data-speaker="candidate"]');

/** Writes and sends with the keyboard, and waits for the whole reply. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await questions(page).count();
  await composer(page).fill(text);
  await page.keyboard.press('Control+Enter');
  await questions(page).nth(before).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-live="polite"]')?.textContent !== '');
}

/** Presses Tab until what is focused has this name, as someone without a mouse would. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return element?.getAttribute('aria-label') ?? label ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Sixty presses of Tab did not reach ${name}.`);
}
