import { describe, expect, it } from 'vitest';
import { readProgress } from '#components/interview/read-progress.ts';

function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new Blob(pieces).stream();
}
const part = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const step = (name: string, done: number) =>
  part({ type: 'data-progress', data: { step: name, done, of: 3 } });

describe('the progress of an assessment', () => {
  it('is told step by step', async () => {
    const body = streamOf(part({ type: 'start' }), step('closed', 1), step('read', 2), 'data: [DONE]\n\n');
    expect(await Array.fromAsync(readProgress(body))).toEqual([
      { step: 'closed', done: 1, of: 3 },
      { step: 'read', done: 2, of: 3 },
    ]);
  });

  it('is read whole when a line arrives in pieces', async () => {
    const whole = `${step('closed', 1)}data: [DONE]\n\n`;
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of new TextEncoder().encode(whole)) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await Array.fromAsync(readProgress(cut))).toHaveLength(1);
  });

  it('fails in the words of an error part', async () => {
    const errorText = JSON.stringify({
      error: { code: 'engine_failed', message: 'The model did not answer.' },
    });
    await expect(
      Array.fromAsync(readProgress(streamOf(part({ type: 'error', errorText })))),
    ).rejects.toMatchObject({
      code: 'engine_failed',
      message: 'The model did not answer.',
    });
  });

  it('fails when the stream stops before its end', async () => {
    await expect(Array.fromAsync(readProgress(streamOf(step('closed', 1))))).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});
