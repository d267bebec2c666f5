import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { type Story, type StoryVersion, storySchema, storyVersionSchema } from '#lib/domain/story/story.ts';
import type { BankedStory } from '#lib/domain/story/story-json.ts';
import { voteSchema } from '#lib/domain/verdict.ts';
import type { Database } from './client.ts';
import { brokenRule, guarded, storeFailed } from './fault.ts';
import { ownedBy } from './owned.ts';
import { interviews, stories, storyUses, storyVersions } from './schema.ts';

interface Owned {
  id: string;
  ownerId: string;
}

const { id, version, createdAt, updatedAt, content } = stories;
const columns = { id, version, createdAt, updatedAt, content };
const own = ({ id: storyId, ownerId }: Owned) => ownedBy(stories, ownerId, eq(stories.id, storyId));

/** The owner's stories, the latest changed first. */
export async function listStories(database: Database, ownerId: string): Promise<Story[]> {
  const rows = await guarded(() =>
    database
      .select(columns)
      .from(stories)
      .where(ownedBy(stories, ownerId))
      .orderBy(desc(stories.updatedAt), asc(stories.id)),
  );
  return z.array(storySchema).parse(rows);
}

/** The owner's story, or null: someone else's is as unknown as one that never was. */
export async function findStory(database: Database, story: Owned): Promise<Story | null> {
  const [row] = await guarded(() => database.select(columns).from(stories).where(own(story)));
  return row ? storySchema.parse(row) : null;
}

/** Every saved state of a story, oldest first. */
export async function listStoryVersions(database: Database, storyId: string): Promise<StoryVersion[]> {
  const rows = await guarded(() =>
    database
      .select({ version: storyVersions.version, at: storyVersions.at, content: storyVersions.content })
      .from(storyVersions)
      .where(eq(storyVersions.storyId, storyId))
      .orderBy(asc(storyVersions.version)),
  );
  return z.array(storyVersionSchema).parse(rows);
}

/** Stores a story that is not there yet, with its versions. `taken`: the id is in use, by whomever. */
export async function insertStory(
  database: Database,
  ownerId: string,
  { versions, ...story }: BankedStory,
): Promise<'stored' | 'taken'> {
  try {
    await database.batch([
      database.insert(stories).values({ ...story, ownerId }),
      ...versions.map((state) => database.insert(storyVersions).values({ ...state, storyId: story.id })),
    ]);
    return 'stored';
  } catch (error) {
    const violation = await brokenRule(error, () => taken(database, story.id));
    if (violation === 'unique') return 'taken';
    throw storeFailed(error);
  }
}

/** The first version of the story of this id, whosever it is; every story has one. */
function taken(database: Database, id: string): Promise<readonly unknown[]> {
  return database
    .select({ version: storyVersions.version })
    .from(storyVersions)
    .where(eq(storyVersions.storyId, id))
    .limit(1);
}

/** Stores the next state of the owner's story. `outrun`: another one was saved first, and nothing was written. */
export async function appendStoryVersion(
  database: Database,
  ownerId: string,
  story: Pick<Story, 'id' | 'version' | 'updatedAt' | 'content'>,
): Promise<'stored' | 'outrun' | 'gone'> {
  const { id: storyId, version: next, updatedAt: at, content: state } = story;
  try {
    const [, changed] = await database.batch([
      database.insert(storyVersions).values({ storyId, version: next, at, content: state }),
      database
        .update(stories)
        .set({ version: next, updatedAt: at, content: state })
        .where(own({ id: storyId, ownerId }))
        .returning({ id: stories.id }),
    ]);
    return changed.length > 0 ? 'stored' : 'gone';
  } catch (error) {
    const violation = await brokenRule(error, () =>
      database
        .select({ version: storyVersions.version })
        .from(storyVersions)
        .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.version, next))),
    );
    if (violation === 'unique') return 'outrun';
    if (violation === 'foreign_key') return 'gone';
    throw storeFailed(error);
  }
}

/** Deletes the owner's story with its versions and everything drilled with it; whether there was one. */
export async function deleteStory(database: Database, story: Owned): Promise<boolean> {
  const deleted = await guarded(() =>
    database.delete(stories).where(own(story)).returning({ id: stories.id }),
  );
  return deleted.length > 0;
}

export async function countStories(database: Database, ownerId: string): Promise<number> {
  return guarded(() => database.$count(stories, ownedBy(stories, ownerId)));
}

/** Remembers that a story was taken to an interview. */
export async function insertStoryUse(
  database: Database,
  use: { storyId: string; interviewId: string },
): Promise<void> {
  await guarded(() => database.insert(storyUses).values(use).onConflictDoNothing());
}

const storyUseSchema = z.object({
  storyId: z.string(),
  interviewId: z.string(),
  scenarioId: z.string(),
  level: levelSchema,
  at: z.number(),
  vote: voteSchema.nullable(),
});
export type StoryUse = z.infer<typeof storyUseSchema>;

/** The interviews the owner's stories were taken to, newest first; the vote once the owner has given their own. */
export async function listStoryUses(database: Database, ownerId: string): Promise<StoryUse[]> {
  const rows = await guarded(() =>
    database
      .select({
        storyId: storyUses.storyId,
        interviewId: storyUses.interviewId,
        scenarioId: interviews.scenarioId,
        level: interviews.level,
        at: interviews.createdAt,
        vote: sql`case when ${interviews.selfVoteGiven} then ${interviews.vote} end`,
      })
      .from(storyUses)
      .innerJoin(interviews, eq(interviews.id, storyUses.interviewId))
      .innerJoin(stories, eq(stories.id, storyUses.storyId))
      .where(and(ownedBy(stories, ownerId), ownedBy(interviews, ownerId)))
      .orderBy(desc(interviews.createdAt), asc(interviews.id)),
  );
  return z.array(storyUseSchema).parse(rows);
}
