import { createUIMessageStream, createUIMessageStreamResponse, type UIMessage } from 'ai';
import type { ClockData, PhaseData, ProgressData } from '#lib/domain/interview-view.ts';
import type { TurnPart } from '#lib/services/turn-part.ts';

/** What the streams carry. The data parts are transient: they say where things stand and belong to no message. */
export type InterviewMessage = UIMessage<
  never,
  { phase: PhaseData; clock: ClockData; progress: ProgressData }
>;

/**
 * Streams a reply as a UI message whose id is the bar raiser's turn. The reply is produced to its end whether or not
 * anyone still listens. A fault on the way becomes an `error` part with the same JSON an error response has.
 */
export function streamTurn(parts: AsyncIterable<TurnPart>, fault: (thrown: unknown) => string): Response {
  const stream = createUIMessageStream<InterviewMessage>({
    onError: fault,
    execute: async ({ writer }) => {
      for await (const part of parts) {
        if (part.type === 'begin') {
          writer.write({ type: 'start', messageId: part.turnId });
          writer.write({ type: 'text-start', id: part.turnId });
        } else if (part.type === 'text') {
          writer.write({ type: 'text-delta', id: part.turnId, delta: part.delta });
        } else if (part.type === 'end') {
          writer.write({ type: 'text-end', id: part.turnId });
        } else if (part.type === 'phase') {
          writer.write({ type: 'data-phase', data: part.data, transient: true });
        } else {
          writer.write({ type: 'data-clock', data: part.data, transient: true });
        }
      }
      writer.write({ type: 'finish' });
    },
  });
  return createUIMessageStreamResponse({ stream, headers: { 'cache-control': 'no-store' } });
}

/** Streams the steps of ending an interview. */
export function streamProgress(
  steps: AsyncIterable<ProgressData>,
  fault: (thrown: unknown) => string,
): Response {
  const stream = createUIMessageStream<InterviewMessage>({
    onError: fault,
    execute: async ({ writer }) => {
      writer.write({ type: 'start' });
      for await (const data of steps) writer.write({ type: 'data-progress', data, transient: true });
      writer.write({ type: 'finish' });
    },
  });
  return createUIMessageStreamResponse({ stream, headers: { 'cache-control': 'no-store' } });
}
