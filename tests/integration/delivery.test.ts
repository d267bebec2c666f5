import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getDelivery } from '#lib/services/get-delivery.ts';
import { getReport } from '#lib/services/get-report.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { takeTurn } from '#lib/services/take-turn.ts';
import { createWorld, tellings } from '#tests/support/world.ts';

const told = tellings()[0];
if (!told) throw new Error('There is no telling to hold an interview with.');
const { answer, replies } = told;

/** As a slow speaker would say it, with a long silence in the middle. */
function slowly(text: string): SpokenWord[] {
  const words = text.split(/\s+/);
  return words.map((word, index) => {
    const start = index * 0.8 + (index > words.length / 2 ? 9 : 0);
    return [word, start, start + 0.5];
  });
}

async function hold(context: ServiceContext, spoken: boolean): Promise<string> {
  const input = { scenarioId: 'hbdc', level: 'sde2', mode: spoken ? 'spoken' : 'typed' } as const;
  const { id: interviewId } = await startInterview({ context, input });
  for (const text of [answer, ...replies.slice(0, 2)]) {
    const words = slowly(text);
    const sound = spoken ? { words, spokenSeconds: words.at(-1)?.[2] ?? 1 } : {};
    const parts = await takeTurn({
      context,
      input: { interviewId, clientTurnId: randomUUID(), text, ...sound },
    });
    await Array.fromAsync(parts);
  }
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await selfVote({ context, input: { interviewId, vote: null } });
  return interviewId;
}

it('lets no sound touch the vote: the same words spoken and typed have the same debrief', async () => {
  const context = await createWorld().open();
  const [spoken, typed] = [await hold(context, true), await hold(context, false)];
  const [one, other] = await Promise.all(
    [spoken, typed].map(async (interviewId) => (await getReport({ context, input: { interviewId } })).report),
  );
  expect(one?.votes).toEqual(other?.votes);
  expect(one?.firstVotes).toEqual(other?.firstVotes);
  expect(one?.criteria).toEqual(other?.criteria);
  expect(one?.probes.map(({ rating }) => rating)).toEqual(other?.probes.map(({ rating }) => rating));
  expect(one?.weakest).toEqual(other?.weakest);
});

it('measures what was spoken, from what another process stored', async () => {
  const world = createWorld();
  const interviewId = await hold(await world.open(), true);
  const delivery = await getDelivery({ context: await world.open(), input: { interviewId } });
  expect(delivery).toMatchObject({ spokenTurns: 3, turns: 3, story: { measured: true } });
  expect(delivery.pause?.seconds).toBeCloseTo(9.3);
  expect(delivery.wordsAMinute).toBeGreaterThan(55);
  expect(delivery.wordsAMinute).toBeLessThan(76);
  expect(delivery.sections.filter(({ measured }) => measured).length).toBeGreaterThan(2);
});

it('says of a typed interview only what the words tell', async () => {
  const context = await createWorld().open();
  const interviewId = await hold(context, false);
  const delivery = await getDelivery({ context, input: { interviewId } });
  expect(delivery).toMatchObject({ wordsAMinute: null, fillers: null, pause: null, rate: [] });
  expect(delivery.sections.every(({ measured }) => !measured)).toBe(true);
});

it('is nobody else’s', async () => {
  const world = createWorld();
  const interviewId = await hold(await world.open(), false);
  const stranger = await world.open(undefined, 'owner-2');
  await expect(getDelivery({ context: stranger, input: { interviewId } })).rejects.toMatchObject({
    code: 'not_found',
  });
});
