import { expect, test } from 'vitest';
import { readEvents } from '#lib/db/events.ts';
import type { Engine } from '#lib/engines/engine.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { append, openLog } from '#lib/services/interview-log.ts';
import { resumeTurn } from '#lib/services/resume-turn.ts';
import { takeTurn } from '#lib/services/take-turn.ts';
import { crashingEngine, createWorld, holdInterview, say, started, tellings } from '#tests/support/world.ts';

const story = tellings()[0]?.answer ?? '';

const eventTypes = async ({ database }: ServiceContext, id: string) =>
  (await readEvents(database, id)).map(({ type }) => type);

test('the same turn sent again gives the stored reply and stores nothing', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  const reply = await say(context, id, story, 'one');
  const stored = await readEvents(context.database, id);
  expect(await say(context, id, story, 'one')).toBe(reply);
  expect(await say(context, id, `  ${story}\r\n`, 'one')).toBe(reply);
  expect(await readEvents(context.database, id)).toEqual(stored);
  await say(context, id, 'I wrote the proposal myself, on two pages.', 'two');
  expect(await say(context, id, story, 'one')).toBe(reply);
});

test('another text under the same id is a conflict', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  await say(context, id, story, 'one');
  await expect(say(context, id, 'Something else.', 'one')).rejects.toMatchObject({ code: 'turn_conflict' });
});

test.for(['assess', 'before speech', 'in speech'] as const)(
  'a turn whose reply was cut off (%s) is there, blocks others, and is answered once when it is sent again',
  async (fails) => {
    const world = createWorld();
    const crashed = await world.open(crashingEngine(fails), 'owner-1');
    const id = await started(await world.open());
    await expect(say(crashed, id, story, 'one')).rejects.toThrow('crash');

    const restarted = await world.open();
    const view = await getInterview({ context: restarted, input: { interviewId: id } });
    expect(view.awaitingReply).toBe(true);
    expect(view.turns.at(-1)).toMatchObject({ text: story, clientTurnId: 'one' });
    await expect(say(restarted, id, 'Another turn.', 'two')).rejects.toMatchObject({
      code: 'turn_in_progress',
    });

    const reply = await say(restarted, id, story, 'one');
    expect(reply).not.toBe('');
    expect(await eventTypes(restarted, id)).toEqual(['opened', 'spoken', 'answered', 'read', 'spoken']);
    expect(await resumeTurn({ context: restarted, input: { interviewId: id } })).toBeNull();
  },
);

test.for(['assess', 'before speech', 'in speech'] as const)(
  'a reply that was cut off (%s) can be resumed without the turn, and says what it would have said',
  async (fails) => {
    const world = createWorld();
    const undisturbed = await world.open();
    const id = await started(undisturbed);
    await expect(say(await world.open(crashingEngine(fails)), id, story, 'one')).rejects.toThrow('crash');
    const parts = await resumeTurn({ context: await world.open(), input: { interviewId: id } });
    const resumed = (await Array.fromAsync(parts ?? [])).flatMap((part) =>
      part.type === 'text' ? part.delta : [],
    );
    expect(await say(undisturbed, id, story, 'one')).toBe(resumed.join(''));
  },
);

test('an interview survives a restart after every single event', async () => {
  const world = createWorld();
  const straight = await world.open();
  const id = await started(straight);
  await holdInterview(straight, id);
  const events = await readEvents(straight.database, id);

  const copyId = await started(straight);
  for (const event of events.slice(2)) {
    const context = await world.open();
    const log = await openLog(context, copyId);
    await append(context, log, event);
  }
  const view = (interviewId: string) => getInterview({ context: straight, input: { interviewId } });
  const [original, copy] = [await view(id), await view(copyId)];
  expect(copy.turns.slice(1)).toEqual(original.turns.slice(1));
  expect(copy.phase).toEqual(original.phase);
});

test('closing words that were cut off are spoken when the interview is ended again', async () => {
  const world = createWorld();
  const id = await started(await world.open());
  const crashed = await world.open(crashingEngine('before speech'));
  const input = { interviewId: id };
  await expect(Array.fromAsync(await endInterview({ context: crashed, input }))).rejects.toThrow('crash');
  const context = await world.open();
  await Array.fromAsync(await endInterview({ context, input }));
  expect(await eventTypes(context, id)).toEqual(['opened', 'spoken', 'ended', 'spoken', 'assessed']);
});

test('two processes given the same turn at once store it once and say the same', async () => {
  const world = createWorld();
  const [one, other] = [await world.open(), await world.open()];
  const id = await started(one);
  const replies = await Promise.all(
    [one, other, one, other].map((context) => say(context, id, story, 'same')),
  );
  expect(new Set(replies).size).toBe(1);
  expect(await eventTypes(one, id)).toEqual(['opened', 'spoken', 'answered', 'read', 'spoken']);
});

test('of two different turns at once one is taken and the other is refused', async () => {
  const world = createWorld();
  const contexts = [await world.open(), await world.open()];
  const [context] = contexts;
  if (!context) throw new Error('No context.');
  const id = await started(context);
  const outcomes = await Promise.allSettled(
    contexts.map((each, index) => say(each, id, `${story} Number ${index}.`, `turn-${index}`)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'turn_in_progress' });
  expect((await eventTypes(context, id)).filter((type) => type === 'answered')).toHaveLength(1);
});

test('a process that words a move otherwise does not pretend to have been first', async () => {
  const world = createWorld();
  const quick = await world.open();
  const id = await started(quick);
  const slow: Engine = {
    ...quick.engine,
    async *speak() {
      yield 'What happened then?';
      await say(quick, id, story, 'one');
    },
  };
  await expect(say(await world.open(slow), id, story, 'one')).rejects.toMatchObject({
    code: 'turn_in_progress',
  });
  const { turns } = await getInterview({ context: quick, input: { interviewId: id } });
  expect(turns.map(({ speaker }) => speaker)).toEqual(['bar_raiser', 'candidate', 'bar_raiser']);
  expect(turns.at(-1)?.text).not.toBe('What happened then?');
});

test('an answer to a question that is no longer the last is refused', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  await say(context, id, story, 'one');
  const stale = { interviewId: id, clientTurnId: 'two', text: 'From the window behind.', repliesTo: 't1' };
  await expect(takeTurn({ context, input: stale })).rejects.toMatchObject({ code: 'turn_conflict' });
  const parts = await takeTurn({ context, input: { ...stale, repliesTo: 't3' } });
  expect((await Array.fromAsync(parts)).map(({ type }) => type)).toContain('text');
});

test('nothing can be said after the end', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  await holdInterview(context, id);
  const events = await readEvents(context.database, id);
  await expect(say(context, id, 'One more thing.')).rejects.toMatchObject({ code: 'interview_over' });
  expect(await readEvents(context.database, id)).toEqual(events);
});

test('a turn of an interview that is deleted meanwhile is not found, and leaves nothing behind', async () => {
  const world = createWorld();
  const context = await world.open();
  const id = await started(context);
  const engine: Engine = {
    ...context.engine,
    assess: async (...input) => {
      await deleteInterview({ context, input: { interviewId: id } });
      return context.engine.assess(...input);
    },
  };
  await expect(say(await world.open(engine), id, story)).rejects.toMatchObject({ code: 'not_found' });
  expect(await readEvents(context.database, id)).toEqual([]);
});

test('what is said is stored without control characters, and quotes point into what is stored', async () => {
  const context = await createWorld().open();
  const id = await started(context);
  await say(context, id, `\u0000${story.replaceAll('. ', '.\u0007\r\n')}\u009b \ud800`, 'one');
  const turn = (await getInterview({ context, input: { interviewId: id } })).turns[1];
  expect(turn?.text).toBe(`${story.replaceAll('. ', '.\n')} \ufffd`);
});
