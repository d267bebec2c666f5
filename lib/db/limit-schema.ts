import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row for each limit and whom it counts, shared by all copies; when its bucket is full again, in milliseconds. */
export const limitBuckets = sqliteTable(
  'limit_buckets',
  {
    kind: text().notNull(),
    subject: text().notNull(),
    fullAt: real('full_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subject] })],
);

/** Work that is under way, counted per subject; a copy that died gives its places back when they expire. */
export const workPlaces = sqliteTable(
  'work_places',
  {
    id: text().primaryKey(),
    subject: text().notNull(),
    takenAt: integer('taken_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('work_places_subject').on(table.subject, table.expiresAt)],
);

/** What one copy does for all: who does it last took it on, and when. */
export const leases = sqliteTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  takenAt: integer('taken_at').notNull(),
});
