import { ApiError, parseErrorBody } from '#components/api-error.ts';

/** How far the assessment is: `data-progress` of the stream that ends an interview. */
export interface Progress {
  step: string;
  /** The criteria of the part that was read last. */
  about?: string;
  done: number;
  of: number;
}

/**
 * The progress told by a UI message stream (server-sent events), as it arrives.
 * @throws ApiError when the stream carries an error or stops before its end.
 */
export async function* readProgress(body: ReadableStream<Uint8Array>): AsyncGenerator<Progress> {
  let finished = false;
  for await (const line of lines(body)) {
    if (!line.startsWith('data: ')) continue;
    if (line === 'data: [DONE]') {
      finished = true;
      continue;
    }
    const part: unknown = JSON.parse(line.slice('data: '.length));
    if (typeof part !== 'object' || part === null || !('type' in part)) continue;
    if (part.type === 'error') throw faultIn('errorText' in part ? String(part.errorText) : '');
    if (part.type === 'data-progress' && 'data' in part && isProgress(part.data)) yield part.data;
  }
  if (!finished) throw new ApiError('unreachable', cutOff, 0);
}

const cutOff = 'The connection was lost before the debrief was ready.';

function faultIn(errorText: string): ApiError {
  const body = parseErrorBody(errorText);
  return new ApiError(body?.code ?? 'internal', body?.message ?? 'The debrief could not be written.', 500);
}

function isProgress(value: unknown): value is Progress {
  return (
    typeof value === 'object' &&
    value !== null &&
    'step' in value &&
    typeof value.step === 'string' &&
    'done' in value &&
    typeof value.done === 'number' &&
    'of' in value &&
    typeof value.of === 'number'
  );
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest) yield rest;
  } finally {
    await reader.cancel();
  }
}
