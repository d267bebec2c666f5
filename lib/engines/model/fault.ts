import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  LoadAPIKeyError,
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  RetryError,
  TypeValidationError,
} from 'ai';
import { z } from 'zod';
import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { retryAfterSeconds } from './retry.ts';

const codedErrorSchema = z.object({
  error: z.object({
    code: z.union([z.string(), z.number()]).nullish(),
    type: z.string().nullish(),
    param: z.string().nullish(),
  }),
});

/** What the server itself says is wrong, in its fields; never in its prose. */
export function serverCode(error: APICallError): { code: string; type: string; param: string } {
  const parsed = codedErrorSchema.safeParse(error.data ?? parseJson(error.responseBody));
  const { code, type, param } = parsed.data?.error ?? {};
  return { code: String(code ?? ''), type: type ?? '', param: param ?? '' };
}

/** OpenAI and those who follow it; llama.cpp's server. */
const contextCodes = new Set([
  'context_length_exceeded',
  'exceed_context_size_error',
  'string_above_max_length',
]);
/** OpenAI's 429 for an account without money, which waiting does not cure. */
const spentCodes = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

export function saysContextFull(error: APICallError): boolean {
  const { code, type } = serverCode(error);
  return error.statusCode === 413 || contextCodes.has(code) || contextCodes.has(type);
}

export function saysQuotaSpent(error: APICallError): boolean {
  const { code, type } = serverCode(error);
  return error.statusCode === 402 || spentCodes.has(code) || spentCodes.has(type);
}

/**
 * Any failure of a request to a model as one of our faults, each with what was wrong and what to do. By the kind of the
 * error, its status and its fields; what it says in prose is not read. A fault of ours is passed on; an abort by the
 * caller too.
 */
export function faultOf(error: unknown, modelId: string, clock: () => number): unknown {
  if (BarRaiserError.isInstance(error) || isAbort(error)) return error;
  const known = (code: ErrorCode, message: string) => new BarRaiserError(code, message, { cause: error });
  if (RetryError.isInstance(error)) return faultOf(error.lastError, modelId, clock);
  if (LoadAPIKeyError.isInstance(error))
    return known('model_settings', `${modelId} needs a key, and none is set.`);
  if (APICallError.isInstance(error)) return callFault(error, modelId, clock, known);
  if (NoObjectGeneratedError.isInstance(error)) {
    if (error.finishReason === 'length') return known('model_cut_off', cutOff(modelId));
    if (error.finishReason === 'content-filter') return known('model_refused', refused(modelId));
    return known('model_bad_output', badOutput(modelId));
  }
  if (NoOutputGeneratedError.isInstance(error)) {
    return error.cause === undefined
      ? known('model_bad_output', badOutput(modelId))
      : faultOf(error.cause, modelId, clock);
  }
  if (InvalidResponseDataError.isInstance(error)) return known('model_cut_off', cutOff(modelId));
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error))
    return known('model_bad_output', badOutput(modelId));
  if (isConnectionFault(error)) return known('model_cut_off', cutOff(modelId));
  return known('model_failed', `${modelId} failed in a way that was not expected. Try again.`);
}

function callFault(
  error: APICallError,
  modelId: string,
  clock: () => number,
  known: (code: ErrorCode, message: string) => BarRaiserError,
): BarRaiserError {
  const status = error.statusCode;
  const host = hostOf(error.url);
  if (status === undefined) {
    return known(
      'model_unreachable',
      `${modelId} can't be reached at ${host}. Check that its server runs and that the address and your connection are right, then try again.`,
    );
  }
  if (saysContextFull(error)) return known('model_context_full', contextFull(modelId));
  if (saysQuotaSpent(error))
    return known(
      'model_over_quota',
      `The account for ${modelId} has no credit left. Add some, or go on with the embedded engine.`,
    );
  if (status === 401 || status === 403)
    return known(
      'model_refused_key',
      `${host} refuses the key for ${modelId}. Check that the key is right and may use this model.`,
    );
  if (status === 404)
    return known(
      'model_unknown',
      `${host} knows no model or address as in ${modelId}. Check the name in MODEL${modelId.startsWith('ollama:') ? `, or fetch it with "ollama pull ${modelId.slice('ollama:'.length)}"` : ' and the address'}.`,
    );
  if (status === 429) {
    const seconds = retryAfterSeconds(error.responseHeaders, clock);
    const when = seconds === null ? 'Wait a moment' : `Wait ${Math.ceil(seconds)} seconds`;
    return known('model_over_quota', `${modelId} takes no more requests just now. ${when}, then try again.`);
  }
  if (status >= 500 || status === 408)
    return known(
      'model_failed',
      `The server of ${modelId} failed (${status}), more than once. Try again in a moment.`,
    );
  if (status >= 200 && status < 300) {
    return brokeOff(error)
      ? known('model_cut_off', cutOff(modelId))
      : known('model_bad_output', badOutput(modelId));
  }
  return known(
    'model_request_refused',
    `${host} refused the request to ${modelId} (${status}). It may not do what is asked of it; say what it can do in MODEL_CAPABILITIES, or choose another model.`,
  );
}

/** The connection failed while a good answer came in; an answer that came whole and can't be read is another matter. */
export function brokeOff({ statusCode: status, isRetryable }: APICallError): boolean {
  return status !== undefined && status >= 200 && status < 300 && isRetryable;
}

export function contextFull(modelId: string): string {
  const hint = modelId.startsWith('ollama:')
    ? ' Start Ollama with OLLAMA_CONTEXT_LENGTH=16384 and set MODEL_CAPABILITIES=context=16384.'
    : ' Choose a model that reads more, or set GRADING_MODEL=embedded.';
  return `${modelId} can't read as much at once as this takes.${hint}`;
}
export function cutOff(modelId: string): string {
  return `The answer of ${modelId} broke off before its end. Try again.`;
}
export function badOutput(modelId: string): string {
  return `${modelId} answered with something that can't be used. Try again; if it goes on, choose a more capable model.`;
}
export function refused(modelId: string): string {
  return `${modelId} refuses to answer this. Try again with other words, or choose another model.`;
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'ResponseAborted');
}

/** A connection that failed while an answer came in: fetch throws a TypeError with the system's error as its cause. */
function isConnectionFault(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'its address';
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    // An error page in HTML has no fields to read; the status says enough.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
