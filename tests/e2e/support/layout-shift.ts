import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Above this a page is no longer called still (web.dev/cls: 0.1 is "good"; ours is to be far below). */
const stillBelow = 0.02;

/** Loads the page once more and holds it to not moving what is already shown. */
export async function expectStill(page: Page): Promise<void> {
  await page.reload();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 800);
      }),
  );
  expect(shift, `${page.url()} moves while it loads`).toBeLessThan(stillBelow);
}
