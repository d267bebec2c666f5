import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export * from './account-schema.ts';
export * from './limit-schema.ts';
export * from './score-schema.ts';

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

/** A loop of interviews; all else of it is in its events and in its interviews. */
export const loops = sqliteTable(
  'loops',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('loops_owner_created').on(table.ownerId, table.createdAt)],
);

/** What happened to a loop as a whole, gapless from 1; never changed once written. */
export const loopEvents = sqliteTable(
  'loop_events',
  {
    loopId: text('loop_id')
      .notNull()
      .references(() => loops.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    type: text().notNull(),
    at: integer().notNull(),
    payload: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.loopId, table.sequence] })],
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
    /** Outlives the interview, so that an owner's daily budget does; taken out when the owner goes. */
    ownerId: text('owner_id'),
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
  (table) => [
    index('usage_interview_at').on(table.interviewId, table.at),
    index('usage_at').on(table.at),
    index('usage_owner_at').on(table.ownerId, table.at),
  ],
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

/** A person's own stories as they stand; every saved state is in story_versions as well. */
export const stories = sqliteTable(
  'stories',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    content: text({ mode: 'json' }).notNull(),
  },
  (table) => [index('stories_owner_updated').on(table.ownerId, table.updatedAt)],
);

export const storyVersions = sqliteTable(
  'story_versions',
  {
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    at: integer().notNull(),
    content: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.version] })],
);

/** The interviews a story was taken to. */
export const storyUses = sqliteTable(
  'story_uses',
  {
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.interviewId] }),
    index('story_uses_interview').on(table.interviewId),
  ],
);

/** What was answered to an exercise: stored first, its result when it was assessed. The id is the browser's. */
export const drillAnswers = sqliteTable(
  'drill_answers',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    exerciseId: text('exercise_id').notNull(),
    storyId: text('story_id').references(() => stories.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    answer: text({ mode: 'json' }).notNull(),
    result: text({ mode: 'json' }),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.id] }),
    index('drill_answers_owner_exercise').on(table.ownerId, table.exerciseId, table.at),
  ],
);

/** Every result that counted, once each: what the cards were made of. */
export const drillReviews = sqliteTable(
  'drill_reviews',
  {
    ownerId: text('owner_id').notNull(),
    answerId: text('answer_id').notNull(),
    exerciseId: text('exercise_id').notNull(),
    at: integer().notNull(),
    score: real().notNull(),
    grade: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.answerId] }),
    foreignKey({
      columns: [table.ownerId, table.answerId],
      foreignColumns: [drillAnswers.ownerId, drillAnswers.id],
    }).onDelete('cascade'),
    index('drill_reviews_owner_exercise').on(table.ownerId, table.exerciseId, table.at),
  ],
);

/** When each exercise comes back to its owner. */
export const drillCards = sqliteTable(
  'drill_cards',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    storyId: text('story_id').references(() => stories.id, { onDelete: 'cascade' }),
    due: integer().notNull(),
    card: text({ mode: 'json' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.exerciseId] }),
    index('drill_cards_owner_due').on(table.ownerId, table.due),
  ],
);

/** The person's calendar days with practice on them, in their own time zone. A deleted story takes none of them away. */
export const practiceDays = sqliteTable(
  'practice_days',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => owners.id, { onDelete: 'cascade' }),
    day: text().notNull(),
    exercises: integer().notNull(),
    seconds: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.day] })],
);
