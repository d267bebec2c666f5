import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { storySchema, storyVersionSchema } from './story.ts';

const bankedStorySchema = z
  .strictObject({ ...storySchema.shape, versions: z.array(storyVersionSchema).min(1) })
  .refine(
    ({ versions }) =>
      versions.every(({ version }, at) => at === 0 || version > (versions[at - 1]?.version ?? 0)),
    'the versions are not in order',
  )
  .refine(({ version, versions }) => versions.at(-1)?.version === version, 'the newest version is missing');

/** Everything a person's story bank holds: each story as it stands, and its saved states, oldest first. */
export const storyBankSchema = z.strictObject({
  format: z.literal('bar-raiser-stories'),
  formatVersion: z.literal(1),
  stories: z.array(bankedStorySchema),
});
export type StoryBank = z.infer<typeof storyBankSchema>;
export type BankedStory = StoryBank['stories'][number];

/** Lossless: reading it back gives the same stories, versions and times. */
export function storyBankJson(stories: readonly BankedStory[]): string {
  const bank: StoryBank = { format: 'bar-raiser-stories', formatVersion: 1, stories: [...stories] };
  return `${JSON.stringify(bank, null, 2)}\n`;
}

/** @throws BarRaiserError story_unreadable, naming the place in the file. */
export function readStoryBank(json: string): BankedStory[] {
  const parsed = storyBankSchema.safeParse(parseJson(json));
  if (parsed.success) return parsed.data.stories;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the file';
  throw new BarRaiserError(
    'story_unreadable',
    `The stories are not understood. ${place}: ${issue?.message ?? 'invalid'}.`,
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BarRaiserError('story_unreadable', 'The file is not JSON.', { cause: error });
  }
}
