import { APICallError } from 'ai';
import { brokeOff } from './fault.ts';
import type { Sleep } from './stall.ts';

export interface RetryPolicy {
  /** Requests at most, the first one included. */
  attempts: number;
  /** Milliseconds before the second request; doubled each time. */
  firstWait: number;
  /** A server that asks for a longer pause than this (milliseconds) is not waited for. */
  longestWait: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 3, firstWait: 500, longestWait: 20_000 };

/** What a server asks for in `retry-after-ms` or `retry-after` (seconds or a date), in seconds; null when it asks nothing. */
export function retryAfterSeconds(
  headers: Readonly<Record<string, string>> | undefined,
  clock: () => number,
): number | null {
  const milliseconds = Number(headers?.['retry-after-ms']);
  if (headers?.['retry-after-ms'] !== undefined && Number.isFinite(milliseconds)) return milliseconds / 1000;
  const value = headers?.['retry-after'];
  if (value === undefined) return null;
  if (/^\d+(?:\.\d+)?$/u.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, (at - clock()) / 1000);
}

/**
 * How long to wait before the same request is sent again, in milliseconds; null: not again. Safe are a server that is
 * busy or failed (408, 429, 5xx) and a connection that broke before an answer.
 * @param tried how many requests were sent
 */
export function waitBeforeRetry(
  error: unknown,
  tried: number,
  policy: RetryPolicy,
  clock: () => number,
  isFinal: (error: APICallError) => boolean,
): number | null {
  if (!APICallError.isInstance(error) || tried >= policy.attempts || isFinal(error)) return null;
  const { statusCode: status, isRetryable } = error;
  const safe =
    status === undefined
      ? isRetryable && !isRefused(error)
      : status === 408 || status === 429 || status >= 500 || brokeOff(error);
  if (!safe) return null;
  const asked = retryAfterSeconds(error.responseHeaders, clock);
  const own = policy.firstWait * 2 ** (tried - 1);
  const wait = asked === null ? own : Math.max(asked * 1000, own);
  return wait <= policy.longestWait ? wait : null;
}

/** Nobody listens there, or the name leads nowhere: sending again at once helps nobody. */
function isRefused(error: APICallError): boolean {
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && (cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND')) return true;
  }
  return false;
}

/** Runs `attempt` until it succeeds or must not be repeated; `attempt` gets how many were made before. */
export async function withRetries<Value>(
  attempt: (before: number) => Promise<Value>,
  {
    wait,
    sleep,
    signal,
  }: { wait: (error: unknown, tried: number) => number | null; sleep: Sleep; signal: AbortSignal },
): Promise<Value> {
  for (let tried = 0; ; ) {
    try {
      return await attempt(tried);
    } catch (error) {
      tried += 1;
      const pause = wait(error, tried);
      if (pause === null || signal.aborted) throw error;
      await sleep(pause, signal);
      if (signal.aborted) throw error;
    }
  }
}
