import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { type StudyPart, studyPartSchema } from '#lib/domain/study-progress.ts';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { ownedBy } from './owned.ts';
import { studyMarks } from './schema.ts';

const rowSchema = z.object({ scenarioId: z.string(), part: studyPartSchema, at: z.number() });
export type StudyMark = z.infer<typeof rowSchema>;

/** Remembers that an owner has read a part; the first time stands. */
export async function insertStudyMark(
  database: Database,
  mark: { ownerId: string; scenarioId: string; part: StudyPart; at: number },
): Promise<void> {
  await guarded(() => database.insert(studyMarks).values(mark).onConflictDoNothing());
}

/** What an owner has read, oldest first. */
export async function listStudyMarks(
  database: Database,
  { ownerId }: { ownerId: string },
): Promise<StudyMark[]> {
  const rows = await guarded(() =>
    database
      .select({ scenarioId: studyMarks.scenarioId, part: studyMarks.part, at: studyMarks.at })
      .from(studyMarks)
      .where(ownedBy(studyMarks, ownerId))
      .orderBy(asc(studyMarks.at), asc(studyMarks.part)),
  );
  return z.array(rowSchema).parse(rows);
}
