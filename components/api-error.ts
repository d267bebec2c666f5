import type { ErrorCode } from '#lib/domain/errors.ts';

/** What the browser adds to the server's codes: no answer at all, or one that is not the server's own. */
export type FaultCode = ErrorCode | 'unreachable' | 'unreadable';

const unreachableWords = 'The server cannot be reached. Your words are kept here.';

/** A request that failed, in the words to show. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** Whole seconds the server asks to wait before the same request; null where it does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(code: string, message: string, status: number, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The error a response carries as {error: {code, message}}; a plain sentence where it carries none. */
  static async from(response: Response): Promise<ApiError> {
    const body = parseErrorBody(await response.text());
    return body
      ? new ApiError(body.code, body.message, response.status, readRetryAfter(response.headers))
      : new ApiError(
          'unreadable',
          `The server answered with status ${response.status}. Please try again.`,
          response.status,
        );
  }

  static unreachable(): ApiError {
    return new ApiError('unreachable', unreachableWords, 0);
  }
}

/** Retry-After in whole seconds; a date, and what is no number, counts as not said. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

/** What went wrong, as one family: a server's answer stays what it is, anything else means no answer came. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : ApiError.unreachable();
}

/** The code and message of an error body, or null when the text is none. */
export function parseErrorBody(text: string): { code: string; message: string } | null {
  if (!text.startsWith('{')) return null;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('error' in body)) return null;
    const { error } = body;
    if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error))
      return null;
    const { code, message } = error;
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether what failed is a model: it can be asked again, or done without. */
export function isModelFault(code: string | undefined): boolean {
  return code?.startsWith('model_') ?? false;
}

/** fetch that throws an ApiError for every answer that is not a success, and for none at all. */
export async function request(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw ApiError.unreachable();
  }
  if (!response.ok) throw await ApiError.from(response);
  return response;
}

/** POST of a JSON body. */
export function post(path: string, body: unknown): Promise<Response> {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
