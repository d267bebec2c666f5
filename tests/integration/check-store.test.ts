import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { createWorld, holdInterview, started, tellings } from '#tests/support/world.ts';
import type { HeldInterview } from '../../scripts/load/candidate.ts';
import { checkStore } from '../../scripts/load/check-store.ts';

const [telling] = tellings();
const texts = telling ? [telling.answer, ...telling.replies] : [];
const strict = { mayBeUnheard: false };

async function heldOne() {
  const world = createWorld();
  const context = await world.open();
  const id = await started(context);
  const ids = await holdInterview(context, id);
  const sent = ids.map((clientTurnId, index) => ({
    clientTurnId,
    text: texts[index] ?? 'I checked the numbers with her in March.',
    acknowledged: true,
  }));
  const held: HeldInterview = { id, sent, finished: false };
  const change = async (sql: string) => {
    const client = createClient({ url: world.url });
    await client.execute(sql);
    client.close();
  };
  return { url: world.url, held, change };
}

test('finds nothing wrong with a store that has what was sent', async () => {
  const { url, held } = await heldOne();
  expect(await checkStore(url, [held], strict)).toMatchObject({
    interviews: 1,
    turns: held.sent.length,
    unheard: 0,
    problems: [],
  });
});

test.for([
  ['a lost interview', 'delete from interviews', /is lost/],
  ['a lost turn', "delete from events where type = 'answered' and client_turn_id = 'client-2'", /is lost/],
  [
    'a doubled turn',
    `insert into events select interview_id, 99, type, null, at, replace(payload, 'client-1', 'client-1b')
     from events where client_turn_id = 'client-1'`,
    /sent by nobody/,
  ],
  [
    'other words',
    "update events set payload = replace(payload, ' I ', ' we ') where type = 'answered'",
    /other words/,
  ],
  ['a lost reply', "delete from events where type = 'spoken' and sequence < 6 and sequence > 2", /0 replies/],
  ['a gap', 'update events set sequence = sequence + 50 where sequence > 5', /has the sequence/],
  [
    'a stranger',
    "update events set client_turn_id = 'x' where client_turn_id = 'client-1'",
    /sent by nobody/,
  ],
] as const)('finds %s', async ([, sql, problem]) => {
  const { url, held, change } = await heldOne();
  await change(sql);
  const { problems } = await checkStore(url, [held], strict);
  expect(problems.join('\n')).toMatch(problem);
});

test('an interview that nobody began is told, or counted as unheard of where connections were cut', async () => {
  const { url, held, change } = await heldOne();
  expect((await checkStore(url, [], strict)).problems).toHaveLength(1);
  await change("delete from events where type <> 'opened'");
  expect(await checkStore(url, [], { mayBeUnheard: true })).toMatchObject({ unheard: 1, problems: [] });
  expect(held.sent.length).toBeGreaterThan(2);
});
