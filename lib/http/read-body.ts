import type { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

/** Room for 20,000 characters however they are escaped, and for a text far too long to be refused by name. */
export const bodyLimitBytes = 256 * 1024;

/** Room for a story bank with its versions. */
export const importLimitBytes = 8 * 1024 * 1024;

/** How much of an oversized body is still taken in, so that the sender can hear the refusal. */
const drainLimitBytes = 16 * 1024 * 1024;

/**
 * Reads a request's JSON body, of at most `limitBytes`, and parses it with `schema`.
 * @throws BarRaiserError body_too_large, bad_json, or bad_request naming the field.
 */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  limitBytes: number = bodyLimitBytes,
): Promise<z.infer<S>> {
  const parsed = schema.safeParse(parseJson(await readBytes(request, limitBytes)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'the body';
  throw new BarRaiserError(
    'bad_request',
    `The request is not understood: ${field}: ${issue?.message ?? 'invalid'}.`,
  );
}

async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size <= limitBytes) chunks.push(chunk);
    if (size > drainLimitBytes) break;
  }
  if (size > limitBytes) {
    throw new BarRaiserError('body_too_large', `The request is larger than ${limitBytes / 1024} kB.`);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new BarRaiserError('bad_json', 'The request is not JSON.', { cause: error });
  }
}
