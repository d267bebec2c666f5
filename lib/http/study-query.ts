import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { principleSchema } from '#lib/domain/principle.ts';
import { topicSchema } from '#lib/domain/topic.ts';
import { optionalInQuery } from './query.ts';

const level = optionalInQuery(levelSchema).transform((value) => value ?? 'sde2');

/** The search of the library's page: `?q=&principle=&topic=&level=`. */
export const libraryQuerySchema = z.object({
  q: optionalInQuery(z.string().trim().max(200)),
  principle: optionalInQuery(principleSchema),
  topic: optionalInQuery(topicSchema),
  level,
});

/** How a scenario's page is opened: `?level=&for=`, the principle its story is retold for. */
export const scenarioQuerySchema = z.object({ level, for: optionalInQuery(principleSchema) });
