import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { storyIdSchema } from '#lib/domain/story/story.ts';
import { optionalInQuery } from './query.ts';

/** What a link to the mock interview may have chosen already: `?scenario=&level=&story=`. */
export const mockQuerySchema = z.object({
  scenario: optionalInQuery(z.string().max(200)),
  level: optionalInQuery(levelSchema),
  story: optionalInQuery(storyIdSchema),
});
export type MockQuery = z.infer<typeof mockQuerySchema>;
