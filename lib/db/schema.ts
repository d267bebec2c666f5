import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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

/**
 * Every request to a model; nothing of what was said. It outlives its interview, whose id is then taken out of it: who
 * deletes an interview does not get the day's budget back.
 */
export const usage = sqliteTable(
  'usage',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    interviewId: text('interview_id'),
    purpose: text().notNull(),
    model: text().notNull(),
    promptId: text('prompt_id').notNull(),
    promptVersion: integer('prompt_version').notNull(),
    promptHash: text('prompt_hash').notNull(),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    cachedInputTokens: integer('cached_input_tokens'),
    counted: integer({ mode: 'boolean' }).notNull(),
    estimatedCost: real('estimated_cost'),
    milliseconds: integer().notNull(),
    outcome: text().notNull(),
  },
  (table) => [index('usage_interview_at').on(table.interviewId, table.at), index('usage_at').on(table.at)],
);

/** The parts of a scenario's page that an owner has read. */
export const studyMarks = sqliteTable(
  'study_marks',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    scenarioId: text('scenario_id').notNull(),
    part: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.scenarioId, table.part] })],
);
