import { z } from 'zod';
import { exerciseKinds } from '#lib/domain/drill/exercise.ts';
import { optionalInQuery } from './query.ts';

/** Minutes ahead of UTC, as far as any place on Earth is. */
export const utcOffsetSchema = z
  .number()
  .int()
  .min(-14 * 60)
  .max(14 * 60);

const offset = optionalInQuery(z.coerce.number().pipe(utcOffsetSchema)).transform((value) => value ?? 0);

/** What an address of the drill may say: `?offset=&kind=&more=1`. Without an offset days are counted in UTC. */
export const drillQuerySchema = z.object({
  offset,
  kind: optionalInQuery(z.enum(exerciseKinds)),
  more: optionalInQuery(z.stringbool()),
});
export type DrillQuery = z.infer<typeof drillQuerySchema>;
