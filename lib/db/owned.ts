import { and, eq, type SQL } from 'drizzle-orm';
import {
  drillAnswers,
  drillCards,
  drillReviews,
  interviews,
  loops,
  practiceDays,
  stories,
  studyMarks,
  usage,
} from './schema.ts';

/**
 * Every table whose rows belong to an owner. What is in none of them hangs on a row that is, and is only reached through
 * it: events on an interview, versions and uses on a story. Export, deletion and taking a history along go by this list.
 */
export const ownerTables = {
  interviews,
  loops,
  stories,
  studyMarks,
  drillAnswers,
  drillReviews,
  drillCards,
  practiceDays,
  usage,
} as const;

export type OwnerTable = (typeof ownerTables)[keyof typeof ownerTables];

/** The one way a query of one's own data is told whose: the rows of this owner, and no others. */
export function ownedBy(
  table: OwnerTable,
  ownerId: string,
  ...conditions: (SQL | undefined)[]
): SQL | undefined {
  return and(eq(table.ownerId, ownerId), ...conditions);
}
