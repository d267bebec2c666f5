import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewContext, InterviewState } from '#lib/domain/interview.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { ServiceContext } from './context.ts';

/**
 * The words for the move that is waiting to be spoken, piece by piece. The same interview at the same point says the
 * same words: the seed is the interview's id and the number of turns.
 * @throws BarRaiserError engine_failed when the engine says nothing.
 */
export async function* speakPendingMove(
  { engine }: Pick<ServiceContext, 'engine'>,
  interview: { id: string; state: InterviewState; material: InterviewContext },
): AsyncGenerator<string> {
  const { pendingMove, setup, turns } = interview.state;
  if (!pendingMove || !setup) throw new BarRaiserError('internal', 'No move is waiting to be spoken.');
  const random = seededRandom(`${interview.id}:${turns.length}`);
  let said = false;
  for await (const piece of engine.speak(pendingMove, turns, interview.material.scenario, {
    level: setup.level,
    random,
  })) {
    said ||= piece.trim() !== '';
    yield piece;
  }
  if (!said) throw new BarRaiserError('engine_failed', 'The bar raiser found no words. Please try again.');
}
