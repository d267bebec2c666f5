import { ApiError } from '#components/api-error.ts';

/** The id in the answer to a started interview. @throws ApiError when there is none. */
export function startedId(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
    return body.id;
  throw new ApiError('unreadable', 'The interview could not be opened. Please try again.', 0);
}
