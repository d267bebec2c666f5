import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { readTurnText } from '#lib/domain/turn-text.ts';
import type { Exercise, ExerciseKind } from './exercise.ts';

const offset = z.number().int().nonnegative();

export const exerciseAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string(),
    spokenSeconds: z.number().positive().max(3600).nullable().default(null),
  }),
  z.strictObject({ type: z.literal('choice'), option: z.number().int().min(0).max(9) }),
  z.strictObject({
    type: z.literal('marks'),
    marks: z
      .array(z.strictObject({ start: offset, end: offset }))
      .max(100)
      .describe('UTF-16 units of the text'),
  }),
]);
export type ExerciseAnswer = z.infer<typeof exerciseAnswerSchema>;

const typeFor: Record<ExerciseKind, ExerciseAnswer['type']> = {
  section: 'text',
  probe: 'text',
  rewrite: 'text',
  numbers: 'text',
  flaw: 'marks',
  quiz: 'choice',
};

/**
 * The answer as it is stored and assessed.
 * @throws BarRaiserError bad_request where it is no answer to this kind of exercise; blank_turn, turn_too_long.
 */
export function readAnswer(exercise: Exercise, answer: ExerciseAnswer): ExerciseAnswer {
  if (answer.type !== typeFor[exercise.kind]) {
    throw new BarRaiserError('bad_request', `This exercise is answered by ${typeFor[exercise.kind]}.`);
  }
  if (answer.type === 'text') return { ...answer, text: readTurnText(answer.text) };
  if (answer.type === 'marks' && answer.marks.length === 0) {
    throw new BarRaiserError('blank_turn', 'Nothing is marked yet.');
  }
  return answer;
}
