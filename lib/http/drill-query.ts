import { z } from 'zod';
import { exerciseKinds } from '#lib/domain/drill/exercise.ts';
import { storyIdSchema } from '#lib/domain/story/story.ts';
import { optionalInQuery } from './query.ts';

/** Minutes ahead of UTC, as far as any place on Earth is. */
export const utcOffsetSchema = z
  .number()
  .int()
  .min(-14 * 60)
  .max(14 * 60);

const offset = optionalInQuery(z.coerce.number().pipe(utcOffsetSchema)).transform((value) => value ?? 0);

/** What a session may be narrowed or widened to: `?kind=&scenario=&story=&more=1`. */
export const withinSchema = z.object({
  kind: optionalInQuery(z.enum(exerciseKinds)),
  scenario: optionalInQuery(z.string().max(200)),
  story: optionalInQuery(storyIdSchema),
  more: optionalInQuery(z.union([z.boolean(), z.stringbool()])),
});
export type Within = z.infer<typeof withinSchema>;

/** The same with the person's time zone: `?offset=`. Without one days are counted in UTC. */
export const drillQuerySchema = withinSchema.extend({ offset });
export type DrillQuery = z.infer<typeof drillQuerySchema>;
