import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';

const output = path.resolve(import.meta.dirname, '../../.output');
export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** Someone with a browser of their own: pages, the cookie they are known by, and every error their console showed. */
export class Visitor {
  readonly context: BrowserContext;
  readonly address: string;
  readonly #errors: string[] = [];

  private constructor(context: BrowserContext, address: string) {
    this.context = context;
    this.address = address;
  }

  static async arrive(browser: Browser, address: string): Promise<Visitor> {
    return new Visitor(await browser.newContext({ viewport: desktop, baseURL: address }), address);
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    await page.goto(url);
    return page;
  }

  /** Leaves, having seen no error but those a test provoked. */
  async leave(expected?: RegExp): Promise<void> {
    await this.context.close();
    const unexpected = expected ? this.#errors.filter((text) => !expected.test(text)) : this.#errors;
    expect(unexpected, 'errors in the console').toEqual([]);
  }

  /** Starts an interview without the page: its id. */
  async start(level = 'sde2', scenarioId = 'have-backbone-unpopular-opinion'): Promise<string> {
    const response = await this.context.request.post('/api/interviews', {
      headers: { origin: this.address },
      data: { scenarioId, level, mode: 'typed' },
    });
    expect(response.status()).toBe(201);
    const { id }: { id: string } = await response.json();
    return id;
  }

  async say(interviewId: string, text: string): Promise<void> {
    const response = await this.post(`${interviewId}/turns`, { clientTurnId: crypto.randomUUID(), text });
    expect(response.status()).toBe(200);
  }

  post(where: string, data: unknown) {
    return this.context.request.post(`/api/interviews/${where}`, { headers: { origin: this.address }, data });
  }

  async view(interviewId: string): Promise<InterviewView> {
    const response = await this.context.request.get(`/api/interviews/${interviewId}`);
    return interviewViewSchema.parse(await response.json());
  }

  /** Holds a whole interview without the page, up to the debrief: its id. */
  async hold(answer: string, replies: readonly string[]): Promise<string> {
    const id = await this.start();
    await this.say(id, answer);
    for (const reply of replies)
      if ((await this.view(id)).phase.phase === 'probing') await this.say(id, reply);
    expect((await this.post(`${id}/end`, {})).status()).toBe(200);
    expect((await this.post(`${id}/self-vote`, { skip: true })).status()).toBe(204);
    return id;
  }
}

/** Keeps a picture of the page, for a person to look at. */
export async function picture(page: Page, name: string, at: 'top' | 'end' = 'top'): Promise<void> {
  mkdirSync(output, { recursive: true });
  const size = page.viewportSize() ?? desktop;
  for (const [sizeName, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(
        (top) => {
          window.scrollTo({ top, behavior: 'instant' });
        },
        at === 'end' ? 1e6 : 0,
      );
      await page.screenshot({ path: path.join(output, `${name}-${sizeName}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
}
