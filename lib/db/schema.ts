import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const owners = sqliteTable('owners', {
  id: text().primaryKey(),
  createdAt: integer('created_at').notNull(),
});

/** One line per interview for the list; everything but the identity is derived from its events. */
export const interviews = sqliteTable(
  'interviews',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    scenarioId: text('scenario_id').notNull(),
    level: text().notNull(),
    mode: text().notNull(),
    phase: text().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    candidateTurns: integer('candidate_turns').notNull(),
    vote: text(),
    selfVoteGiven: integer('self_vote_given', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('interviews_owner_created').on(table.ownerId, table.createdAt)],
);

/** What happened in an interview, gapless from 1; never changed once written. */
export const events = sqliteTable(
  'events',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    type: text().notNull(),
    clientTurnId: text('client_turn_id'),
    at: integer().notNull(),
    payload: text({ mode: 'json' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.sequence] }),
    uniqueIndex('events_client_turn').on(table.interviewId, table.clientTurnId),
  ],
);
