import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Behaviour, type SeenRequest, say as words } from '#tests/support/scripted-model/behaviour.ts';
import { questions as asks, interviewer } from '#tests/support/scripted-model/interviewer.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';
import { expectAccessible } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { answers, composer, questions, say } from './support/room.ts';
import { startServer, type TestServer } from './support/server.ts';
import { replies, strongStory } from './support/stories.ts';
import { picture, Visitor } from './support/visitor.ts';

let browser: Browser;
let model: ScriptedModel;
let server: TestServer;
let visitor: Visitor;
beforeAll(async () => {
  model = await startScriptedModel(interviewer());
  [browser, server] = await Promise.all([
    launchChromium(),
    startServer({
      MODEL: 'openai-compatible:scripted',
      OPENAI_BASE_URL: model.url,
      MODEL_STALL_SECONDS: '1.5',
      MODEL_BUDGET_INTERVIEW_TOKENS: '200000',
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  await model.close();
});
beforeEach(async () => {
  model.play(interviewer());
  visitor = await Visitor.arrive(browser, server.address);
});
afterEach(() => visitor.leave());

const stalls: Behaviour = { kind: 'stall' };
const refuses: Behaviour = { kind: 'status', status: 401 };
const whenSpeaking = (behaviour: Behaviour) => (request: SeenRequest) =>
  request.stream ? behaviour : interviewer()(request);

it('says which engine speaks, survives a model that stalls, and goes on with the embedded engine when asked to', async () => {
  const page = await visitor.open('/mock');
  await page.getByText('openai-compatible:scripted speaks and grades.').waitFor();
  await page.getByText('An interview may spend 200,000 tokens').waitFor();
  await expectAccessible(page);
  await picture(page, 'start-model', 'end');
  await page.getByRole('button', { name: 'Begin the interview' }).click();
  await questions(page).first().waitFor();
  await page.getByText('openai-compatible:scripted speaks and grades').waitFor();

  model.play(whenSpeaking(stalls));
  await composer(page).fill(strongStory);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('has sent nothing for').waitFor();
  expect(await answers(page).last().textContent()).toContain('In May 2022');
  expect(await page.getByRole('button', { name: 'Go on with the embedded engine' }).isVisible()).toBe(true);
  await expectAccessible(page);
  await picture(page, 'model-fault', 'end');

  // Nobody asks a model again unasked: not after a while, not when the window gets the focus.
  const asked = model.requests.length;
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.waitForTimeout(1500);
  expect(model.requests.length).toBe(asked);

  await page.reload();
  await page.getByRole('alert').getByText('has sent nothing for').waitFor();
  model.play(interviewer());
  await page.getByRole('button', { name: 'Retry now' }).click();
  await questions(page).nth(1).waitFor();
  expect(await questions(page).nth(1).textContent()).toContain(asks[0]);
  expect(await answers(page).count()).toBe(1);

  model.play(whenSpeaking(refuses));
  await composer(page).fill(replies[0]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('refuses the key').waitFor();
  const before = model.requests.length;
  await page.getByRole('button', { name: 'Go on with the embedded engine' }).click();
  await questions(page).nth(2).waitFor();
  await page.getByText('The embedded engine speaks and grades').waitFor();
  await say(page, replies[1]);
  expect(model.requests.length).toBe(before);
  expect(await answers(page).count()).toBe(3);
});

it('offers the choice for the last reading too, and says in the debrief what was chosen', async () => {
  const id = await visitor.start();
  await visitor.say(id, strongStory);
  model.play((request) => (request.stream ? words(asks[1]) : refuses));
  await visitor.say(id, replies[0]);
  const page = await visitor.open(`/interviews/${id}`);
  await page.getByRole('button', { name: 'End the interview' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the interview' }).click();
  await page.getByText('First your own vote').waitFor();
  await page.getByRole('alert').getByText('refuses the key').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Skip, show me the debrief' }).click();
  await page.getByRole('button', { name: 'Go on with the embedded engine' }).click();
  await page.getByRole('heading', { name: 'Against' }).waitFor();
  await page.getByText('Finished with the embedded engine, at your choice.').waitFor();
  expect(await page.getByText('Spent on models in this interview').textContent()).toMatch(/[\d,]+ tokens/);
  await page.getByRole('link', { name: 'How this interview came about' }).click();
  await page.getByRole('heading', { name: 'How this interview came about' }).waitFor();
  expect(await page.getByRole('cell', { name: 'model_refused_key' }).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await picture(page, 'developer');
});
