import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type ScriptedVoice,
  silence,
  spokenText,
  startScriptedVoice,
} from '#tests/support/scripted-voice.ts';
import { expectAccessible, expectNoSideways } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { answers, composer, questions, say } from './support/room.ts';
import { startServer, type TestServer } from './support/server.ts';
import { replies, strongStory } from './support/stories.ts';
import { phone, picture, Visitor } from './support/visitor.ts';

/** A sentence spoken by espeak-ng and a pause of a second and a half, over and over. */
const spoken = path.join(import.meta.dirname, 'fixtures/spoken.wav');

let browser: Browser;
let ears: ScriptedVoice;
let server: TestServer;
let visitor: Visitor;
let expected: RegExp | undefined;

beforeAll(async () => {
  ears = await startScriptedVoice();
  server = await startServer({
    TRANSCRIBE_MODEL: 'whisper-1',
    TRANSCRIBE_BASE_URL: ears.url,
    SPEECH_MODEL: 'tts',
    SPEECH_BASE_URL: ears.url,
    SPEECH_FORMAT: 'wav',
  });
  browser = await launchChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${spoken}`,
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  await ears.close();
});
beforeEach(async () => {
  expected = undefined;
  ears.heard.length = 0;
  ears.spoken.length = 0;
  visitor = await Visitor.arrive(browser, server.address);
});
afterEach(() => visitor.leave(expected));

const talk = (page: Page) => page.getByRole('button', { name: /Hold to talk|^Listening$/ });

/** Opens an interview from the start page, as a person does: sound is allowed after that. */
async function begin(): Promise<Page> {
  const page = await visitor.open('/mock');
  await page.getByLabel('Spoken').check();
  await page.getByRole('button', { name: 'Begin the interview' }).click();
  await page.waitForURL(/\/interviews\/[0-9a-f-]+$/);
  await talk(page).waitFor();
  return page;
}

const holds = (page: Page, text: string) =>
  page.waitForFunction((wanted) => {
    const field = document.getElementById('answer');
    return field instanceof HTMLTextAreaElement && field.value.includes(wanted);
  }, text);

it('is held aloud: the microphone checked, the words written down, corrected and sent, the sound in the debrief', async () => {
  const page = await visitor.open('/mock');
  await page.getByLabel('Spoken').check();
  await page.getByText('sent to whisper-1 at').waitFor();
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await page.getByText('It hears you').waitFor();
  await expectAccessible(page);
  await picture(page, 'microphone-check', 'end');
  await page.getByRole('button', { name: 'End the check' }).click();
  await page.getByRole('button', { name: 'Begin the interview' }).click();
  await talk(page).waitFor();

  ears.play((count) => (count === 0 ? spokenText(strongStory.replaceAll('\n\n', ' ')) : { text: '' }));
  await page.keyboard.press('Space');
  await page.getByText('Listening', { exact: false }).first().waitFor();
  await holds(page, 'In May 2022');
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await picture(page, 'spoken-interview', 'end');
  const [recording] = ears.heard;
  expect(recording?.audio.type).toMatch(/^audio\//);
  expect([...(recording?.audio.bytes.slice(0, 4) ?? [])]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  expect(recording?.audio.bytes.length).toBeGreaterThan(5000);

  await composer(page).fill((await composer(page).inputValue()).replace('340 pharmacies', '350 pharmacies'));
  const [request] = await Promise.all([
    page.waitForRequest(/\/turns$/),
    page.getByRole('button', { name: 'Send' }).click(),
  ]);
  const body: { text: string; spokenSeconds: number; words: unknown[] } = request.postDataJSON();
  expect(body.text).toContain('350 pharmacies');
  expect(body.words.length).toBeGreaterThan(250);
  expect(body.spokenSeconds).toBeGreaterThan(100);
  await questions(page).nth(1).waitFor();

  for (const reply of replies) {
    await say(page, reply);
    if (await page.getByText('The interview is over').isVisible()) break;
  }
  await page.getByRole('button', { name: 'Skip, show me the debrief' }).click();
  const section = page.getByRole('region', { name: 'How it sounded' });
  await section.waitFor();
  await section.getByText('None of this has any part in the vote').waitFor();
  expect(await section.getByText('as you spoke it').isVisible()).toBe(true);
  expect(await section.getByText('Pace while you told the story').isVisible()).toBe(true);
  await expectAccessible(page);
  await section.scrollIntoViewIfNeeded();
  await section.screenshot({ path: path.join(import.meta.dirname, '../.output/delivery-light.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await section.screenshot({ path: path.join(import.meta.dirname, '../.output/delivery-dark.png') });
  await page.setViewportSize(phone);
  await section.screenshot({ path: path.join(import.meta.dirname, '../.output/delivery-phone-dark.png') });
  await expectNoSideways(page);
});

it('reads the question aloud sentence by sentence, and stops at Escape or when it is switched off', async () => {
  const page = await begin();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Hold to talk');
  const asked = (await questions(page).first().locator('p').last().textContent()) ?? '';
  await expect.poll(() => ears.spoken.map(({ input }) => input).join(' ')).toBe(asked);
  expect(ears.spoken.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Hear the question' }).waitFor();
  ears.sing(silence(30));
  await page.getByRole('button', { name: 'Hear the question' }).click();
  await page.getByRole('button', { name: 'Stop reading (Esc)' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hear the question' }).waitFor();
  await page.getByLabel('Read questions aloud').uncheck();
  const before = ears.spoken.length;
  await say(page, strongStory);
  await page.waitForTimeout(500);
  expect(ears.spoken).toHaveLength(before);
  await page.reload();
  await talk(page).waitFor();
  expect(await page.getByLabel('Read questions aloud').isChecked()).toBe(false);
  expect(await questions(page).count()).toBe(2);
});

it('keeps what could not be written down, and writes it down when asked again', async () => {
  expected = /502/;
  const page = await begin();
  ears.play(() => ({ status: 401 }));
  await composer(page).fill('Typed before.');
  await talk(page).click();
  await page.getByRole('alert').getByText('The recording is kept in this page').waitFor({ timeout: 20_000 });
  await expectAccessible(page);
  expect(await composer(page).inputValue()).toBe('Typed before.');
  await talk(page).click();
  ears.play(() => spokenText('Heard after all.'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await holds(page, 'Typed before. Heard after all.');
});

/** A recogniser of the browser's own that a test plays. */
async function openWithRecogniser(): Promise<Page> {
  const page = await visitor.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    class Recogniser {
      onstart: (() => void) | null = null;
      onresult: ((event: unknown) => void) | null = null;
      onerror: ((event: { error: string }) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        Object.assign(window, { recogniser: this, begun: (Reflect.get(window, 'begun') ?? 0) + 1 });
        setTimeout(() => this.onstart?.(), 10);
      }
      stop() {
        setTimeout(() => this.onend?.(), 10);
      }
      abort() {}
      says(transcript: string, isFinal: boolean) {
        this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
      }
      fails(error: string) {
        this.onerror?.({ error });
        this.onend?.();
      }
    }
    Object.assign(window, { SpeechRecognition: Recogniser, MediaRecorder: undefined });
  });
  await page.goto(`/interviews/${await startSpoken()}`);
  await talk(page).waitFor();
  return page;
}

async function startSpoken(): Promise<string> {
  const data = { scenarioId: 'have-backbone-unpopular-opinion', level: 'sde2', mode: 'spoken' };
  const response = await visitor.context.request.post('/api/interviews', {
    headers: { origin: visitor.address },
    data,
  });
  const { id }: { id: string } = await response.json();
  return id;
}

const play = (page: Page, method: 'says' | 'fails', ...values: (string | boolean)[]) =>
  page.evaluate(
    ([name, given]) => {
      const recogniser: unknown = Reflect.get(window, 'recogniser');
      if (recogniser instanceof Object) Reflect.get(recogniser, name).apply(recogniser, given);
    },
    [method, values] as const,
  );

it('loses no word when the browser’s recogniser fails, and starts it again', async () => {
  const page = await openWithRecogniser();
  await page.getByText('It may send the sound to the browser’s maker').waitFor();
  await composer(page).fill('Typed first.');
  await talk(page).click();
  await page.waitForFunction(() => Reflect.get(window, 'begun') === 1);
  await play(page, 'says', 'I told the lead', false);
  await page.getByText('I told the lead').waitFor();
  await play(page, 'fails', 'network');
  await holds(page, 'Typed first. I told the lead');
  await page.waitForFunction(() => Reflect.get(window, 'begun') === 2);
  await play(page, 'says', 'that I disagreed.', true);
  await holds(page, 'Typed first. I told the lead that I disagreed.');
  await play(page, 'says', 'half a', false);
  await page.reload();
  await talk(page).waitFor();
  expect(await composer(page).inputValue()).toBe('Typed first. I told the lead that I disagreed. half a');
  await page.getByRole('button', { name: 'Send' }).click();
  await questions(page).nth(1).waitFor();
  expect(await answers(page).last().textContent()).toContain('that I disagreed. half a');
});

it('says what is wrong where the recogniser is not allowed, and goes on by typing', async () => {
  const page = await openWithRecogniser();
  await talk(page).click();
  await page.waitForFunction(() => Reflect.get(window, 'begun') === 1);
  await play(page, 'fails', 'not-allowed');
  await page.getByRole('alert').getByText('The microphone is not allowed here').waitFor();
  await expectAccessible(page);
  await say(page, strongStory);
  expect(await questions(page).count()).toBe(2);
});

it('says so when nothing is heard', async () => {
  const page = await openWithRecogniser();
  await talk(page).click();
  await page.getByRole('alert').getByText('Nothing has been heard so far').waitFor({ timeout: 20_000 });
  expect(await composer(page).isEditable()).toBe(true);
});

it('explains itself where nothing can hear, and works without', async () => {
  const page = await visitor.context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, {
      SpeechRecognition: undefined,
      webkitSpeechRecognition: undefined,
      MediaRecorder: undefined,
    });
  });
  await page.goto(`/interviews/${await startSpoken()}`);
  await page.getByText('This browser has no speech recognition').waitFor();
  expect(await talk(page).count()).toBe(0);
  await expectAccessible(page);
  await say(page, strongStory);
  expect(await questions(page).count()).toBe(2);
});
