import type { UtcOffset } from '#lib/domain/drill/practice-days.ts';
import { type Attempt, verdictAt } from '#lib/domain/history/attempt.ts';
import { type HeldBack, nextToWorkOn } from '#lib/domain/history/held-back.ts';
import { type HistoryFilter, passes } from '#lib/domain/history/history-filter.ts';
import {
  newPersonalBests,
  type PersonalBest,
  type QuestionRecord,
  questionRecords,
} from '#lib/domain/history/records.ts';
import {
  criteriaIn,
  criterionTrend,
  principlesIn,
  principleTrend,
  type TrendLine,
} from '#lib/domain/history/trends.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import {
  type Criterion,
  criterionIn,
  isLabelled,
  nextStep,
  type PractisedPrinciple,
} from '#lib/domain/rubric.ts';
import type { Section } from '#lib/domain/section.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import type { ServiceContext } from '../context.ts';
import { loadAttempts } from './load-attempts.ts';

interface Input {
  context: ServiceContext;
  input: { filter: HistoryFilter; offset: UtcOffset };
}

export interface CriterionTrend {
  criterion: Criterion;
  name: string;
  unvalidated: boolean;
  lines: TrendLine[];
}

export interface PrincipleTrend {
  principle: PractisedPrinciple;
  unvalidated: boolean;
  lines: TrendLine[];
}

export interface Trends {
  attempts: number;
  criteria: CriterionTrend[];
  principles: PrincipleTrend[];
  /** Every vote of `principles` is read at this one: the filter's, or the latest attempt's. */
  level: Level;
  engines: string[];
}

export interface NextStep extends HeldBack {
  name: string;
  section: Section;
  /** The next score up, and what the words would need to reach it. */
  next: { score: number; needs: string };
}

export interface Standing {
  attempts: number;
  next: NextStep | null;
  bests: (PersonalBest & { name: string })[];
  latest: Attempt | null;
}

function narrowed(attempts: readonly Attempt[], filter: HistoryFilter, offset: UtcOffset): Attempt[] {
  return attempts.filter((attempt) => {
    const { principle, level, engine } = attempt.scorecard;
    const vote = verdictAt(attempt, level) ?? 'not_enough_evidence';
    const { scenarioId, at } = attempt;
    return passes({ principle, level, scenarioId, vote, engine, at }, filter, offset);
  });
}

/** How the owner's scores and votes moved, in the attempts that pass the filter. */
export async function getTrends({ context, input: { filter, offset } }: Input): Promise<Trends> {
  const attempts = narrowed(await loadAttempts(context), filter, offset);
  const level = filter.level ?? attempts.at(-1)?.scorecard.level ?? levels[1];
  return {
    attempts: attempts.length,
    level,
    engines: [...new Set(attempts.map(({ scorecard }) => scorecard.engine))],
    criteria: criteriaIn(attempts).map((criterion) => ({
      criterion,
      name: criterionIn(context.library.rubric, criterion).name,
      unvalidated: !isLabelled(criterion),
      lines: criterionTrend(attempts, criterion),
    })),
    principles: principlesIn(attempts).map((principle) => ({
      principle,
      unvalidated: unvalidatedCriteria(principle).length > 0,
      lines: principleTrend(attempts, principle, level),
    })),
  };
}

/** Best and latest of each question, for each engine by itself. */
export async function getQuestionRecords({
  context,
  input: { filter, offset },
}: Input): Promise<{ records: QuestionRecord[]; attempts: Attempt[] }> {
  const attempts = narrowed(await loadAttempts(context), filter, offset);
  return { records: questionRecords(attempts), attempts };
}

/** What to work on next, and what the latest interview did better than any before. */
export async function getStanding({ context }: { context: ServiceContext }): Promise<Standing> {
  const attempts = await loadAttempts(context);
  const { rubric } = context.library;
  const held = nextToWorkOn(attempts);
  const criterion = held && criterionIn(rubric, held.criterion);
  const next = held && criterion && nextStep(criterion, held.score);
  return {
    attempts: attempts.length,
    latest: attempts.at(-1) ?? null,
    next: next ? { ...held, name: criterion.name, section: criterion.section, next } : null,
    bests: newPersonalBests(attempts).map((best) => ({
      ...best,
      name: criterionIn(rubric, best.criterion).name,
    })),
  };
}
