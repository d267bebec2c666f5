import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';
import { produceReply } from './produce-reply.ts';
import { turnIdAt } from './turn-id.ts';
import type { TurnPart } from './turn-part.ts';

/**
 * Goes on with a reply whose production stopped, after a crash or a reload; null when nothing is waiting.
 * @throws BarRaiserError not_found.
 */
export async function resumeTurn({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<AsyncIterable<TurnPart> | null> {
  const log = await openLog(context, input.interviewId);
  const { pendingTurn, pendingMove, turns } = log.state;
  if (!pendingTurn && !pendingMove) return null;
  return produceReply(context, log, turnIdAt(turns.length + (pendingTurn ? 2 : 1)));
}
