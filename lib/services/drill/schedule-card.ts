import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Card, RecallGrade } from '#lib/domain/drill/card.ts';

const ratings: Record<RecallGrade, Grade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/**
 * Whole days and no chance: a few minutes a day, and the same answers give the same plan. Nobody prepares for years: at
 * the limit the library still keeps easy a day above good and good above hard, hence at most 122 days.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 120,
  enable_fuzz: false,
  enable_short_term: false,
});

/**
 * When an exercise comes back (FSRS-6 by ts-fsrs, default weights). In: its card, or null the first time; the moment
 * (milliseconds) and how it went. Out: the card after it, due at least a day later.
 */
export function scheduleCard(card: Card | null, at: number, grade: RecallGrade): Card {
  const now = new Date(at);
  const before = card
    ? {
        due: new Date(card.due),
        stability: card.stability,
        difficulty: card.difficulty,
        elapsed_days: 0,
        scheduled_days: card.scheduledDays,
        learning_steps: 0,
        reps: card.reps,
        lapses: card.lapses,
        state: card.state,
        last_review: new Date(card.lastReview),
      }
    : createEmptyCard(now);
  const { card: after } = scheduler.next(before, now, ratings[grade]);
  return {
    due: after.due.getTime(),
    stability: after.stability,
    difficulty: after.difficulty,
    scheduledDays: after.scheduled_days,
    reps: after.reps,
    lapses: after.lapses,
    state: after.state,
    lastReview: at,
  };
}
