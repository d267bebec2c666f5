import { ApiError } from '#components/api-error.ts';

/** Where to go to sign in; null: a link was sent. @throws ApiError for an answer that is neither. */
export function signInUrl(answer: unknown): string | null {
  if (typeof answer === 'object' && answer !== null && 'url' in answer) {
    const { url } = answer;
    if (url === null) return null;
    if (typeof url === 'string' && /^https?:\/\//.test(url)) return url;
  }
  throw new ApiError(
    'unreadable',
    'The server gave an answer that is not understood. Please try again.',
    200,
  );
}
