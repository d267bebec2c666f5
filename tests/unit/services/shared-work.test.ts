import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createBeside } from '#lib/services/beside.ts';
import { createSharedRuns } from '#lib/services/shared-runs.ts';
import { withProgress } from '#lib/services/with-progress.ts';

describe('work beside', () => {
  test('runs one at a time for a key, and of what waits only the latest', async () => {
    const beside = createBeside();
    const done: string[] = [];
    let running = 0;
    const work = (name: string) => async () => {
      running += 1;
      expect(running).toBe(1);
      await wait(5);
      running -= 1;
      done.push(name);
    };
    for (const name of ['one', 'two', 'three']) beside.run('key', work(name));
    await beside.settled('key');
    expect(done).toEqual(['one', 'three']);
    beside.run('key', work('four'));
    await beside.settled();
    expect(done).toEqual(['one', 'three', 'four']);
  });
});

describe('a shared run', () => {
  async function* steps(counter: { starts: number }, fails = false) {
    counter.starts += 1;
    yield 1;
    await wait(5);
    yield 2;
    if (fails) throw new Error('broke');
  }

  test('is made once for all who join it, each from its first step, even when one leaves', async () => {
    const runs = createSharedRuns<number>();
    const counter = { starts: 0 };
    for await (const step of runs.join('a', () => steps(counter))) if (step === 1) break;
    const joined = await Promise.all([1, 2].map(() => Array.fromAsync(runs.join('a', () => steps(counter)))));
    expect(joined).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(counter.starts).toBe(1);
    await Array.fromAsync(runs.join('a', () => steps(counter)));
    expect(counter.starts).toBe(2);
  });

  test('throws to all what it throws, and can be started again', async () => {
    const runs = createSharedRuns<number>();
    const counter = { starts: 0 };
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => Array.fromAsync(runs.join('a', () => steps(counter, true)))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await Array.fromAsync(runs.join('a', () => steps(counter)))).toEqual([1, 2]);
  });
});

describe('progress', () => {
  test('is given as it is told, then the result', async () => {
    const told = withProgress<number, string>(async (tell) => {
      tell(1);
      await wait(2);
      tell(2);
      return 'done';
    });
    const steps: unknown[] = [];
    let next = await told.next();
    for (; !next.done; next = await told.next()) steps.push(next.value);
    expect(steps).toEqual([1, 2]);
    expect(next.value).toBe('done');
  });

  test('ends in what the work throws', async () => {
    const told = withProgress<number, string>(async (tell) => {
      tell(1);
      throw new RangeError('broke');
    });
    expect(await told.next()).toEqual({ done: false, value: 1 });
    await expect(told.next()).rejects.toThrow('broke');
  });
});
