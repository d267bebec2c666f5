import { APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import { createLimit } from '#lib/engines/model/parallel.ts';
import { defaultRetryPolicy, retryAfterSeconds, waitBeforeRetry } from '#lib/engines/model/retry.ts';
import { systemSleep, withinStall } from '#lib/engines/model/stall.ts';

const now = Date.UTC(2026, 10, 23, 9);
const clock = () => now;

function refused(statusCode: number, responseHeaders: Record<string, string> = {}): APICallError {
  return new APICallError({
    message: 'test',
    url: 'http://x',
    requestBodyValues: {},
    statusCode,
    responseHeaders,
  });
}
const wait = (error: unknown, tried = 1) =>
  waitBeforeRetry(error, tried, defaultRetryPolicy, clock, () => false);

describe('retry-after', () => {
  it.each([
    [{ 'retry-after': '12' }, 12],
    [{ 'retry-after': '0.5' }, 0.5],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 0.25],
    [{ 'retry-after': new Date(now + 7000).toUTCString() }, 7],
    [{ 'retry-after': new Date(now - 7000).toUTCString() }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('%j asks for %s seconds', (headers, seconds) => {
    expect(retryAfterSeconds(headers, clock)).toBe(seconds);
  });
});

describe('waiting before a retry', () => {
  it('doubles from request to request, and ends after the third', () => {
    expect([1, 2, 3].map((tried) => wait(refused(500), tried))).toEqual([500, 1000, null]);
  });

  it('is what the server asks for, up to a limit', () => {
    expect(wait(refused(429, { 'retry-after': '3' }))).toBe(3000);
    expect(wait(refused(429, { 'retry-after': '20' }))).toBe(20_000);
    expect(wait(refused(429, { 'retry-after': '21' }))).toBeNull();
    expect(wait(refused(429, { 'retry-after': '0' }))).toBe(500);
  });

  it.each([400, 401, 403, 404, 413, 422])(
    'is never for %i, nor for an error that is no answer of a server',
    (status) => {
      expect(wait(refused(status))).toBeNull();
      expect(wait(new Error('connection reset 500'))).toBeNull();
    },
  );

  it('is not for a server that refuses connections, and is for one that breaks them', () => {
    const broken = (code: string) => {
      const cause = Object.assign(new Error('test'), { code });
      return new APICallError({
        message: 'test',
        url: 'http://x',
        requestBodyValues: {},
        isRetryable: true,
        cause,
      });
    };
    expect(wait(broken('ECONNREFUSED'))).toBeNull();
    expect(wait(broken('ENOTFOUND'))).toBeNull();
    expect(wait(broken('ECONNRESET'))).toBe(500);
  });
});

describe('a stall', () => {
  it('stops the work, by the clock it is given', async () => {
    let stopped = false;
    const waited: number[] = [];
    const sleep = async (milliseconds: number) => {
      waited.push(milliseconds);
    };
    const stop = () => {
      stopped = true;
    };
    const never = new Promise<string>(() => undefined);
    await expect(
      withinStall(never, { milliseconds: 60_000, sleep, modelId: 'openai:m', stop }),
    ).rejects.toMatchObject({
      code: 'model_stalled',
      message: expect.stringContaining('60 seconds'),
    });
    expect([stopped, waited]).toEqual([true, [60_000]]);
  });

  it('is over when the work is done, and leaves no timer behind', async () => {
    const signals: AbortSignal[] = [];
    const sleep = (milliseconds: number, signal: AbortSignal) => {
      signals.push(signal);
      return systemSleep(milliseconds, signal);
    };
    const input = { milliseconds: 60_000, sleep, modelId: 'm', stop: () => undefined };
    expect(await withinStall(Promise.resolve('done'), input)).toBe('done');
    await expect(withinStall(Promise.reject(new RangeError('own')), input)).rejects.toThrow(RangeError);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe('a limit on parallel work', () => {
  it('starts no more than so many at once, in order, whatever fails', async () => {
    const limit = createLimit(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 7 }, (_, index) =>
        limit(async () => {
          begun.push(index);
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 1));
          running -= 1;
          if (index === 1) throw new Error('test');
          return index;
        }),
      ),
    );
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
    expect(results.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
  });
});
