import { z } from 'zod';
import { principleNames, principleSchema } from '#lib/domain/principle.ts';
import { type Exercise, exerciseKinds } from './exercise.ts';

/** An exercise in a list: what it is, without what it tells. */
export const sessionEntrySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(exerciseKinds),
  principle: principleSchema,
  principleName: z.string(),
  question: z.string(),
  story: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  targetSeconds: z.number(),
  about: z.string().describe('what tells exercises of one kind and question apart'),
  due: z.boolean(),
});
export type SessionEntry = z.infer<typeof sessionEntrySchema>;

/** The entry of an exercise; whether it is due is for the caller to know. */
export function entryOf(exercise: Exercise, due: boolean): SessionEntry {
  const { id, kind, principle, question, story, targetSeconds } = exercise;
  const principleName = principleNames[principle];
  return {
    id,
    kind,
    principle,
    principleName,
    question,
    story,
    targetSeconds,
    about: aboutOf(exercise),
    due,
  };
}

function aboutOf(exercise: Exercise): string {
  switch (exercise.kind) {
    case 'section':
      return exercise.task.section;
    case 'probe':
    case 'quiz':
      return exercise.task.asked;
    default:
      return exercise.question;
  }
}
