import { z } from 'zod';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { type OwnerTable, ownedBy, ownerTables } from './owned.ts';

export type OwnerTableName = keyof typeof ownerTables;

/** What a table holds of an owner, row for row as it is stored; in the order it was written. */
export async function listOwnerRows(
  database: Database,
  name: OwnerTableName,
  ownerId: string,
): Promise<Record<string, unknown>[]> {
  const table: OwnerTable = ownerTables[name];
  const rows = await guarded(() => database.select().from(table).where(ownedBy(table, ownerId)));
  const anyRow = z.array(z.looseObject({ ownerId: z.string() }));
  return anyRow.parse(rows).map(({ ownerId: _, ...row }) => row);
}

/** How many rows each table holds of an owner. */
export async function countOwnerRows(
  database: Database,
  ownerId: string,
): Promise<Record<OwnerTableName, number>> {
  const count = (name: OwnerTableName) =>
    guarded(() => database.$count(ownerTables[name], ownedBy(ownerTables[name], ownerId)));
  return {
    interviews: await count('interviews'),
    loops: await count('loops'),
    stories: await count('stories'),
    studyMarks: await count('studyMarks'),
    drillAnswers: await count('drillAnswers'),
    drillReviews: await count('drillReviews'),
    drillCards: await count('drillCards'),
    practiceDays: await count('practiceDays'),
    usage: await count('usage'),
  };
}
