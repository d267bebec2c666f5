import { expect, test } from 'vitest';
import { getQuestionRecords, getStanding, getTrends } from '#lib/services/history/get-progress.ts';
import { listHistory, pageSize } from '#lib/services/history/list-history.ts';
import { debriefed, storeCopies } from '#tests/support/stored-history.ts';
import { createWorld } from '#tests/support/world.ts';

/** What the history's page asks for, in milliseconds of processor time; the page as a whole may take 200 ms. */
const limit = 100;

/** Processor time, not the clock's: another process that takes the machine is not this one's slowness. */
async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('300 stored interviews are listed, filtered and summed up without replaying any', async () => {
  const context = await createWorld().open();
  await storeCopies(context, await debriefed(context), { count: 299, ownerId: 'owner-1' });
  const open = () =>
    Promise.all([
      listHistory({ context, input: { filter: {}, offset: 0, page: 1 } }),
      getStanding({ context }),
    ]);
  const [history, standing] = await open();
  expect(history).toMatchObject({ all: 300, found: 300, page: 1, pages: Math.ceil(300 / pageSize) });
  expect(history.entries).toHaveLength(pageSize);
  expect(history.choices.engines.toSorted()).toEqual(['embedded', 'openai:scripted']);
  expect(standing).toMatchObject({ attempts: 300, next: { of: 5 } });

  const filter = { engine: 'openai:scripted' };
  const narrowed = await listHistory({ context, input: { filter, offset: 0, page: 99 } });
  expect(narrowed.found).toBe(100);
  expect(narrowed.page).toBe(narrowed.pages);

  const took = Math.min(await milliseconds(open), await milliseconds(open), await milliseconds(open));
  expect(took).toBeLessThan(limit);
  const input = { filter: {}, offset: 0 };
  const trends = await milliseconds(() => getTrends({ context, input }));
  const records = await milliseconds(() => getQuestionRecords({ context, input }));
  expect(trends).toBeLessThan(limit);
  expect(records).toBeLessThan(limit);
}, 60_000);
