import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The page holds to axe-core's rules, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a navigation without a load the title comes behind the words of the page.
  await page.waitForFunction(() => document.title !== '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(source);
    const violations = await page.evaluate(async () =>
      (await window.axe.run()).violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map(({ html }) => html.slice(0, 160)),
      })),
    );
    expect(violations, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The page scrolls in one direction only. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide, `${page.url()} is wider than its window`).toBeLessThanOrEqual(window ?? 0);
}
