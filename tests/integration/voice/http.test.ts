import { expect, it } from 'vitest';
import { freshProcess, openBrowser, startedOver } from '#tests/support/routes.ts';

const turn = { clientTurnId: 'c1', text: 'I told them no.', spokenSeconds: 1.4 };

it('takes a spoken turn with the times of its words', async () => {
  freshProcess();
  const browser = openBrowser();
  const interview = await startedOver(browser);
  const words = [
    ['I', 0, 0.2],
    ['told', 0.3, 0.6],
    ['them', 0.7, 0.9],
    ['no.', 1, 1.4],
  ];
  const answer = await browser.send('POST', `${interview}/turns`, { ...turn, words });
  expect(answer.status).toBe(200);
});

it.each([
  [
    'that run backwards',
    [
      ['a', 2, 3],
      ['b', 0, 1],
    ],
  ],
  ['that end before they begin', [['a', 2, 1]]],
  ['that are no times', [['a', 'now', 1]]],
  ['that are no words', [['', 0, 1]]],
  ['of more words than an answer can hold', Array.from({ length: 5001 }, () => ['a', 0, 1])],
])('refuses times %s, and stores nothing', async (_, words) => {
  freshProcess();
  const browser = openBrowser();
  const interview = await startedOver(browser);
  const answer = await browser.send('POST', `${interview}/turns`, { ...turn, words });
  expect(answer).toMatchObject({ status: 400, code: 'bad_request' });
  const { text } = await browser.send('GET', interview);
  expect(text).not.toContain('I told them no.');
});
