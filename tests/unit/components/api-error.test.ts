import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, asApiError, parseErrorBody, request } from '#components/api-error.ts';
import { startedId } from '#components/start/started-id.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a request that fails', () => {
  it('says what the server said', async () => {
    const body = { error: { code: 'turn_too_long', message: 'At most 20,000 characters.' } };
    vi.stubGlobal('fetch', async () => Response.json(body, { status: 413 }));
    await expect(request('/x')).rejects.toMatchObject({
      code: 'turn_too_long',
      message: 'At most 20,000 characters.',
      status: 413,
    });
  });

  it('tells how long the server asks to wait, in whole seconds only', async () => {
    const body = { error: { code: 'too_many_requests', message: 'Wait.' } };
    const answered = (value: string) =>
      vi.stubGlobal('fetch', async () =>
        Response.json(body, { status: 429, headers: { 'retry-after': value } }),
      );
    answered('12');
    await expect(request('/x')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 12 });
    for (const value of ['', '-1', '1.5', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999']) {
      answered(value);
      await expect(request('/x'), value).rejects.toMatchObject({ retryAfterSeconds: null });
    }
  });

  it('says so plainly when the answer is not the server’s own', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(request('/x')).rejects.toMatchObject({ code: 'unreadable', status: 502 });
  });

  it('says that there is no server when none answers', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed');
    });
    await expect(request('/x')).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  it('passes a cancelled request on as cancelled', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new DOMException('aborted', 'AbortError');
    });
    await expect(request('/x')).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('reads an error body and nothing else as one', () => {
  expect(parseErrorBody('{"error":{"code":"a","message":"b"}}')).toEqual({ code: 'a', message: 'b' });
  for (const text of ['', 'null', '{}', '{"error":"x"}', '{"error":{"code":1,"message":"b"}}', '{broken'])
    expect(parseErrorBody(text), text).toBeNull();
});

it('keeps an API error as it is and takes anything else for no answer', () => {
  const known = new ApiError('not_found', 'Gone.', 404);
  expect(asApiError(known)).toBe(known);
  expect(asApiError(new TypeError('network error')).code).toBe('unreachable');
});

it('reads the id of a started interview, or fails', () => {
  expect(startedId({ id: 'abc' })).toBe('abc');
  for (const body of [null, {}, { id: 7 }, 'abc']) expect(() => startedId(body)).toThrow(ApiError);
});
