import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** One answer of a model as it came over the wire. Never a header of the request: no key is ever kept. */
const recordingSchema = z.strictObject({
  key: z.string().describe('hash of what was asked'),
  status: z.number().int(),
  type: z.string().describe('content type'),
  body: z.string(),
});
export type Recording = z.infer<typeof recordingSchema>;

/**
 * The key of a request: SHA-256 over its path and its body with keys in order - model, prompts, rubric, answer,
 * temperature and form are all in there, so that a change of any is another key.
 */
export function keyOf(path: string, body: string): string {
  return createHash('sha256').update(path).update('\n').update(canonical(body)).digest('hex').slice(0, 32);
}

function canonical(body: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(body)));
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** A file of recordings, one a line. The same request asked again and again has its answers in the order they came. */
export function openRecordings(path: string) {
  const byKey = new Map<string, Recording[]>();
  const lines = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  for (const line of lines) {
    const recording = recordingSchema.parse(JSON.parse(line));
    byKey.set(recording.key, [...(byKey.get(recording.key) ?? []), recording]);
  }
  const given = new Map<string, number>();
  return {
    add: (recording: Recording) => appendFileSync(path, `${JSON.stringify(recording)}\n`),
    /** The next answer to a request; after the last one the first again; null when it was never recorded. */
    next: (key: string): Recording | null => {
      const known = byKey.get(key);
      const count = given.get(key) ?? 0;
      given.set(key, count + 1);
      return known?.[count % known.length] ?? null;
    },
  };
}
