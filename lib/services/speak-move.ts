import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewContext, InterviewState } from '#lib/domain/interview.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { Engine, SpeakOptions } from '#lib/engines/engine.ts';

/**
 * The words for the move that is waiting to be spoken, piece by piece. The embedded engine says the same words for the
 * same interview at the same point: the seed is the interview's id and the number of turns.
 * @throws BarRaiserError engine_failed when the engine says nothing; model_* when a model fails before its first words.
 */
export async function* speakPendingMove(
  engine: Engine,
  interview: { id: string; state: InterviewState; material: InterviewContext },
  onStatistics?: SpeakOptions['onStatistics'],
): AsyncGenerator<string> {
  const { pendingMove, setup, turns } = interview.state;
  if (!pendingMove || !setup) throw new BarRaiserError('internal', 'No move is waiting to be spoken.');
  const options: SpeakOptions = {
    level: setup.level,
    random: seededRandom(`${interview.id}:${turns.length}`),
    interviewId: interview.id,
    ...(setup.loop ? { manner: setup.loop.interviewer } : {}),
    ...(onStatistics ? { onStatistics } : {}),
  };
  let said = false;
  for await (const piece of engine.speak(pendingMove, turns, interview.material.scenario, options)) {
    said ||= piece.trim() !== '';
    yield piece;
  }
  if (!said) throw new BarRaiserError('engine_failed', 'The bar raiser found no words. Please try again.');
}
