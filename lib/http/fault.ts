import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { log } from '#lib/telemetry/log.ts';
import { currentRequest } from '#lib/telemetry/request-record.ts';
import { statusOf } from './status.ts';

export interface ErrorBody {
  error: { code: ErrorCode; message: string };
}

/** What a caller is told of any thrown value: its own words for a known fault, none of an unknown one's. */
export function errorBody(thrown: unknown): ErrorBody {
  if (BarRaiserError.isInstance(thrown)) return { error: { code: thrown.code, message: thrown.message } };
  return {
    error: {
      code: 'internal',
      message: 'Something went wrong here. Nothing you typed is lost; please try again.',
    },
  };
}

/** The header that says when a refused request is worth sending again. */
export function retryAfter(thrown: unknown): Record<string, string> {
  const seconds = BarRaiserError.isInstance(thrown) ? thrown.retryAfterSeconds : null;
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

/**
 * Notes a fault for the request's line of log, and gives what to answer. The line holds no message of an unknown
 * error, only its kind and where it arose: a message may quote what a candidate said.
 */
export function reportFault(
  thrown: unknown,
  request: { id: string; method: string; route: string },
): ErrorBody {
  const body = errorBody(thrown);
  const { code } = body.error;
  const status = statusOf[code];
  const failed = status >= 500 && code !== 'shutting_down';
  const fault = failed ? describe(thrown) : null;
  const record = currentRequest();
  if (record) Object.assign(record, { code, fault });
  else log(failed ? 'error' : 'info', 'request', { ...request, status, code, fault });
  return body;
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `threw a ${typeof thrown}`;
  if (BarRaiserError.isInstance(thrown)) {
    return thrown.cause instanceof Error ? `because of ${describe(thrown.cause)}` : thrown.code;
  }
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 4)
    .map((line) => line.trim());
  return [thrown.name, ...frames].join(' | ');
}
