import { type Delivery, deliveryOf } from '#lib/domain/delivery/delivery.ts';
import { mainAnswer } from '#lib/domain/transcript.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';

/**
 * How one of the owner's interviews sounded: computed from what is stored whenever it is looked at, beside the debrief.
 * @throws BarRaiserError not_found.
 */
export async function getDelivery({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<Delivery> {
  const { state } = await openLog(context, input.interviewId);
  const { turns, spokenWords, report } = state;
  const said = turns.flatMap((turn) =>
    turn.speaker === 'candidate' && turn.role !== 'meta'
      ? [
          {
            id: turn.id,
            text: turn.text,
            spokenSeconds: turn.spokenSeconds,
            words: spokenWords[turn.id] ?? null,
          },
        ]
      : [],
  );
  const story = mainAnswer(turns);
  return deliveryOf(said, story && report?.pace ? { turnId: story.id, pace: report.pace } : null);
}
