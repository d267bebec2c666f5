import { dayOf, type UtcOffset } from '#lib/domain/drill/practice-days.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Principle } from '#lib/domain/principle.ts';
import type { Vote } from '#lib/domain/verdict.ts';

/** What a history may be narrowed to; what is not set lets everything through. */
export interface HistoryFilter {
  principle?: Principle | undefined;
  level?: Level | undefined;
  /** A scenario's id. */
  question?: string | undefined;
  vote?: Vote | 'none' | undefined;
  engine?: string | undefined;
  /** The person's calendar days, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What of an interview a filter looks at. */
export interface Filtered {
  principle: Principle | null;
  level: Level;
  scenarioId: string;
  /** null before the vote may be shown. */
  vote: Vote | null;
  engine: string;
  at: number;
}

/** Whether an interview passes; `offset` is the person's time zone, in whose days `from` and `to` are. */
export function passes(interview: Filtered, filter: HistoryFilter, offset: UtcOffset): boolean {
  const { principle, level, question, vote, engine, from, to } = filter;
  const day = dayOf(interview.at, offset);
  return (
    (principle === undefined || interview.principle === principle) &&
    (level === undefined || interview.level === level) &&
    (question === undefined || interview.scenarioId === question) &&
    (vote === undefined || (interview.vote ?? 'none') === vote) &&
    (engine === undefined || interview.engine === engine) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to)
  );
}
