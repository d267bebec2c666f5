import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { interviews } from './schema.ts';

/** What a debrief comes to, in numbers: written with it, so that a history is read without replaying interviews. */
export const interviewScores = sqliteTable('interview_scores', {
  interviewId: text('interview_id')
    .primaryKey()
    .references(() => interviews.id, { onDelete: 'cascade' }),
  scorecard: text({ mode: 'json' }).notNull(),
});
