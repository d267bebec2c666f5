import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium } from './support/chromium.ts';
import { everyPage } from './support/every-page.ts';
import { strongStory } from './support/stories.ts';
import { Visitor } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const policyOf = async (visitor: Visitor, path: string) =>
  (await visitor.context.request.get(path)).headers()['content-security-policy'] ?? '';

async function anExercise(visitor: Visitor): Promise<string> {
  const session = await visitor.context.request.get('/api/drill/session');
  const { exercises }: { exercises: { id: string }[] } = await session.json();
  return encodeURIComponent(exercises[0]?.id ?? '');
}

/** What the page's own policy refused, from its first byte on. */
async function recordViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'violations'));
}

it('lets every page work within its policy', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const open = await visitor.start();
  const held = await visitor.hold(strongStory, [
    'I did it myself, in two days.',
    'I measured it.',
    'No.',
    'Yes.',
  ]);
  const storyId = crypto.randomUUID();
  const stored = await visitor.context.request.post('/api/stories', {
    headers: { origin: visitor.address },
    data: { id: storyId, content: { title: 'The late export', sections: {} } },
  });
  expect(stored.status()).toBe(201);
  const planned = await visitor.context.request.post('/api/loops', {
    headers: { origin: visitor.address },
    data: { principles: ['ownership'], questions: 2, level: 'sde2', mode: 'typed', minutes: 25 },
  });
  const { id: loop }: { id: string } = await planned.json();
  const paths = everyPage({
    '/loops/[id]': loop,
    '/interviews/[id]': open,
    '/interviews/[id]/developer': held,
    '/interviews/[id]/replay': held,
    '/study/[scenarioId]': 'have-backbone-unpopular-opinion',
    '/stories/[id]': storyId,
    '/drill/[exerciseId]': await anExercise(visitor),
  });
  const page = await visitor.context.newPage();
  const violations = await recordViolations(page);
  for (const path of [...paths, `/interviews/${held}`, '/nowhere']) {
    await page.goto(path);
    // React has taken the page over: its scripts ran.
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')));
    await page.waitForTimeout(200);
    expect(await violations(), path).toEqual([]);
  }
  await visitor.leave();
});

it('gives each page a nonce of its own and allows nothing in line', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const [one, other] = [await policyOf(visitor, '/'), await policyOf(visitor, '/')];
  expect(one).not.toBe(other);
  for (const policy of [one, await policyOf(visitor, '/nowhere'), await policyOf(visitor, '/study')]) {
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
    for (const directive of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(directive);
  }
  expect(await policyOf(visitor, '/api/interviews')).toContain("default-src 'none'");
  await visitor.leave();
});

it('does not run a script that got into a page', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const injected =
    '<script>window.ran = "script"</script><img src="/nothing.png" onerror="window.ran = \'handler\'">';
  const ran = async (withPolicy: boolean) => {
    const page = await visitor.context.newPage();
    await page.route('**/study', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...rest } = response.headers();
      const body = (await response.text()).replace('</body>', `${injected}</body>`);
      await route.fulfill({
        response,
        body,
        headers: withPolicy ? { ...rest, 'content-security-policy': policy } : rest,
      });
    });
    await page.goto('/study');
    const found: unknown = await page.evaluate(() => Reflect.get(window, 'ran'));
    await page.close();
    return found;
  };
  expect(await ran(true)).toBeUndefined();
  // The same page without its policy runs it: the policy is what keeps it from running.
  expect(await ran(false)).toBeDefined();
  await visitor.leave();
});

it('shows what was said as text, whatever it looks like', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  const id = await visitor.start();
  const said =
    'In my team <img src=x onerror="window.ran=1"> **we** <script>window.ran=2</script> decided it.';
  await visitor.say(id, said);
  const page = await visitor.open(`/interviews/${id}`);
  await page.getByText(said).waitFor();
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  await visitor.leave();
});

it('says with every answer what a browser may do with it', async () => {
  const visitor = await Visitor.arrive(browser, inject('address'));
  for (const path of ['/', '/nowhere', '/api/interviews', '/api/interviews/none']) {
    const headers = (await visitor.context.request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toMatch(/^microphone=\(self\), .*camera=\(\)/);
    expect(headers['strict-transport-security']).toBeUndefined();
  }
  const secured = await visitor.context.request.get('/', { headers: { 'x-forwarded-proto': 'https' } });
  expect(secured.headers()['strict-transport-security']).toBe('max-age=63072000');
  await visitor.leave();
});
