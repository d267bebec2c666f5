import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { principleSchema } from '#lib/domain/principle.ts';
import { criterionSchema, practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { voteSchema } from '#lib/domain/verdict.ts';
import { optionalInQuery } from './query.ts';

const name = z.string().trim().min(1).max(200);

/** What a history is narrowed to: `?principle=&level=&question=&vote=&engine=&from=&to=`. */
export const historyFilterSchema = z.object({
  principle: optionalInQuery(principleSchema),
  level: optionalInQuery(levelSchema),
  question: optionalInQuery(name),
  vote: optionalInQuery(z.union([voteSchema, z.literal('none')])),
  engine: optionalInQuery(name),
  from: optionalInQuery(z.iso.date()),
  to: optionalInQuery(z.iso.date()),
});

export const historyQuerySchema = historyFilterSchema.extend({
  page: optionalInQuery(z.coerce.number().int().positive()).transform((page) => page ?? 1),
});

/** Which trends are drawn large: `?criterion=&of=`. */
export const trendsQuerySchema = historyFilterSchema.extend({
  criterion: optionalInQuery(criterionSchema),
  of: optionalInQuery(practisedPrincipleSchema),
});

/** The two attempts that are compared: `?one=&other=`. */
export const compareQuerySchema = z.object({ one: optionalInQuery(name), other: optionalInQuery(name) });
