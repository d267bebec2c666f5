import type { Level } from '#lib/domain/level.ts';
import type { Criterion, Score } from '#lib/domain/rubric.ts';
import { type Attempt, byStrength, entryOf, wasScored } from './attempt.ts';
import { criteriaIn, type TrendLine, type TrendPoint } from './trends.ts';

/** One question as one engine read it. */
export interface QuestionRecord {
  scenarioId: string;
  engine: string;
  attempts: number;
  first: Attempt;
  latest: Attempt;
  /** By the vote at `level`, then by the sum of the scores; of equals the latest. */
  best: Attempt;
  /** All are compared as read at this one: the latest attempt's. */
  level: Level;
}

/** Best and latest of every question, for each engine by itself; the question that was asked last comes first. */
export function questionRecords(attempts: readonly Attempt[]): QuestionRecord[] {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts.toSorted((a, b) => a.at - b.at)) {
    const key = JSON.stringify([attempt.scenarioId, attempt.scorecard.engine]);
    groups.set(key, [...(groups.get(key) ?? []), attempt]);
  }
  const records = [...groups.values()].flatMap((group): QuestionRecord[] => {
    const [first, latest] = [group[0], group.at(-1)];
    if (!first || !latest) return [];
    const { level, engine } = latest.scorecard;
    const best = group.reduce((top, each) => (byStrength(each, top, level) >= 0 ? each : top), first);
    return [{ scenarioId: first.scenarioId, engine, attempts: group.length, first, latest, best, level }];
  });
  return records.toSorted((a, b) => b.latest.at - a.latest.at);
}

/** First, best and latest of a trend's line; null for a line without points. Of equals the first is the best. */
export function extremes({ points }: TrendLine): Record<'first' | 'best' | 'latest', TrendPoint> | null {
  const [first, latest] = [points[0], points.at(-1)];
  if (!first || !latest) return null;
  const best = points.reduce((top, point) => (point.value > top.value ? point : top), first);
  return { first, best, latest };
}

export interface PersonalBest {
  criterion: Criterion;
  score: Score;
  /** The best before. */
  before: Score;
  unvalidated: boolean;
}

/**
 * The criteria on which the latest attempt is above every earlier one that the same engine read. A first score is no
 * record.
 */
export function newPersonalBests(attempts: readonly Attempt[]): PersonalBest[] {
  const scored = attempts.filter(wasScored).toSorted((a, b) => a.at - b.at);
  const latest = scored.at(-1);
  if (!latest) return [];
  const earlier = scored.slice(0, -1).filter(({ scorecard }) => scorecard.engine === latest.scorecard.engine);
  return criteriaIn([latest]).flatMap((criterion): PersonalBest[] => {
    const entry = entryOf(latest, criterion);
    const scores = earlier.flatMap((attempt) => entryOf(attempt, criterion)?.score ?? []);
    const [some, ...others] = scores;
    if (!entry || entry.score === null || some === undefined) return [];
    const before = others.reduce((top, score) => (score > top ? score : top), some);
    return entry.score > before
      ? [{ criterion, score: entry.score, before, unvalidated: entry.unvalidated }]
      : [];
  });
}

/** The attempts that the engine of the latest one read. */
export function ofLatestEngine(attempts: readonly Attempt[]): Attempt[] {
  const latest = attempts.toSorted((a, b) => a.at - b.at).at(-1);
  return attempts.filter(({ scorecard }) => scorecard.engine === latest?.scorecard.engine);
}
