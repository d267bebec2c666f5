import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '#tests/support/sign-in/mail-server.ts';
import { type OidcProvider, startOidcProvider } from '#tests/support/sign-in/oidc-provider.ts';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { answers, composer, questions } from './support/room.ts';
import { startServer, type TestServer } from './support/server.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let provider: OidcProvider;
let mail: MailServer;
let server: TestServer;

/** A port that was free a moment ago: the server's own address stands in its settings before it starts. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}

beforeAll(async () => {
  [browser, provider, mail] = await Promise.all([launchChromium(), startOidcProvider(), startMailServer()]);
  const port = await freePort();
  server = await startServer({
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    AUTH_SECRET: 'a secret for the tests that is long enough',
    AUTH_OIDC_ISSUER: provider.issuer,
    AUTH_OIDC_NAME: 'Example',
    AUTH_OIDC_CLIENT_ID: provider.clientId,
    AUTH_OIDC_CLIENT_SECRET: provider.clientSecret,
    AUTH_SMTP_URL: mail.url,
    AUTH_EMAIL_FROM: 'Bar Raiser <no-reply@example.org>',
    LIMIT_TURNS_MINUTE: '6',
    LIMIT_OWNERS_HOUR: '30',
  });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  await Promise.all([provider.close(), mail.close()]);
});

const held = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text }).waitFor();

async function signInByProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Example' }).click();
  await page.getByText('You are signed in as').waitFor();
}

it('signs in with a provider, shows the same in a second browser, and nothing after signing out', async () => {
  const [first, second] = [
    await Visitor.arrive(browser, server.address),
    await Visitor.arrive(browser, server.address),
  ];
  const id = await first.start();
  const page = await first.open('/');
  await page.getByRole('link', { name: 'Your data' }).click();
  await held(page, '1 interview');
  await expectAccessible(page);
  await picture(page, 'account-anonymous');
  await page.setViewportSize(phone);
  await expectNoSideways(page);
  await signInByProvider(page);
  await held(page, '1 interview');
  expect(await page.getByText('ada@example.org').count()).toBe(1);
  await expectAccessible(page);

  const elsewhere = await second.open('/account');
  await held(elsewhere, '0 interviews');
  await signInByProvider(elsewhere);
  await held(elsewhere, '1 interview');
  await elsewhere.goto('/history');
  await elsewhere.locator(`a[href*="${id}"]`).first().waitFor();

  await page.evaluate(() => localStorage.setItem('bar-raiser.draft.x', 'half a sentence'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Nobody in particular').waitFor();
  await held(page, '0 interviews');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await Promise.all([first.leave(), second.leave()]);
});

it('signs in with a link by e-mail, which works once', async () => {
  const visitor = await Visitor.arrive(browser, server.address);
  await visitor.start();
  const page = await visitor.open('/account');
  await page.getByLabel('E-mail address').fill('grace@example.org');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByText('A link is on its way to grace@example.org').waitFor();
  const link = /http:\/\/\S+\/account\/link\?token=\w+/.exec(mail.mails.at(-1)?.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('You are signed in as').waitFor();
  await held(page, '1 interview');

  const late = await Visitor.arrive(browser, server.address);
  const again = await late.open(link);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.getByText('That link was used already').waitFor();
  await Promise.all([visitor.leave(), late.leave()]);
});

it('asks before a link that this browser did not ask for signs it in', async () => {
  const [asker, opener] = [
    await Visitor.arrive(browser, server.address),
    await Visitor.arrive(browser, server.address),
  ];
  await opener.start();
  const response = await asker.context.request.post('/api/account/sign-in', {
    headers: { origin: server.address },
    data: { method: 'email', email: 'eve@example.org' },
  });
  expect(response.status()).toBe(200);
  const link = /http:\/\/\S+\/account\/link\?token=\w+/.exec(mail.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const page = await opener.open(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('that this browser did not ask for').waitFor();
  await held(page, '1 interview');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'That is not me' }).click();
  await page.getByText('Nobody in particular').waitFor();
  await Promise.all([asker.leave(), opener.leave()]);
});

it('exports everything as one archive, and deletes everything', async () => {
  const visitor = await Visitor.arrive(browser, server.address);
  const id = await visitor.start();
  const page = await visitor.open('/account');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export everything' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bar-raiser-\d{4}-\d\d-\d\d\.zip$/);
  const names = Object.keys(unzipSync(readFileSync(await download.path())));
  expect(names.filter((name) => name.includes(id))).toHaveLength(2);
  expect(names).toContain('index.json');

  await page.evaluate(() => localStorage.setItem('bar-raiser.draft.x', 'half a sentence'));
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('Everything is deleted.').waitFor();
  await held(page, '0 interviews');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect((await visitor.context.request.get(`/api/interviews/${id}`)).status()).toBe(404);
  expect(await visitor.context.cookies()).toEqual([]);
  await visitor.leave();
});

it('keeps a turn over the limit, says when it is sent, and sends it by itself', async () => {
  const visitor = await Visitor.arrive(browser, server.address);
  const id = await visitor.start();
  for (let turn = 0; turn < 6; turn += 1) await visitor.say(id, 'Could you repeat the question, please?');
  const page = await visitor.open(`/interviews/${id}`);
  const asked = await questions(page).count();
  await composer(page).fill('Could you repeat the question again, please?');
  await page.keyboard.press('Control+Enter');
  const notice = page.getByText(/More than 6 answers in a minute are not taken\..*sent by themselves then/);
  await notice.waitFor();
  expect(await answers(page).last().textContent()).toContain('repeat the question again');
  await questions(page).nth(asked).waitFor({ timeout: 20_000 });
  await notice.waitFor({ state: 'detached' });
  expect((await visitor.view(id)).turns.filter(({ text }) => text.includes('again, please'))).toHaveLength(1);
  await visitor.leave(/429 \(Too Many Requests\)/);
});

it('believes nobody who claims to come from elsewhere: new owners are counted by the true address', async () => {
  const statuses = new Set<number>();
  for (let claimed = 0; claimed < 31; claimed += 1) {
    const response = await fetch(`${server.address}/api/study/read`, {
      method: 'POST',
      headers: { 'x-forwarded-for': `203.0.113.${claimed}`, 'x-peer-address': `203.0.113.${claimed}` },
      body: JSON.stringify({ scenarioId: 'hbdc', part: 'story' }),
    });
    statuses.add(response.status);
  }
  expect([...statuses]).toEqual([204, 429]);
});
