/** Minutes a person's clock is ahead of UTC: -720 to 840; Berlin in summer 120. */
export type UtcOffset = number;

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The person's calendar day of a moment (milliseconds since the epoch), as YYYY-MM-DD. */
export function dayOf(at: number, offset: UtcOffset): string {
  return new Date(at + offset * 60_000).toISOString().slice(0, 10);
}

/** The first moment of the person's next day, in milliseconds since the epoch. */
export function endOfDay(at: number, offset: UtcOffset): number {
  const local = at + offset * 60_000;
  return (Math.floor(local / dayMilliseconds) + 1) * dayMilliseconds - offset * 60_000;
}

/** The day so many days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * dayMilliseconds).toISOString().slice(0, 10);
}

export interface PracticeDays {
  /** Days practised in all. Only ever grows. */
  total: number;
  /** Days in a row up to today, or up to yesterday while today is still open. */
  inARow: number;
  today: boolean;
}

/** In: the days practised, any order. A day without practice ends a row and takes nothing away. */
export function practiceDays(days: readonly string[], today: string): PracticeDays {
  const practised = new Set(days);
  let day = practised.has(today) ? today : daysBefore(today, 1);
  let inARow = 0;
  for (; practised.has(day); day = daysBefore(day, 1)) inARow += 1;
  return { total: practised.size, inARow, today: practised.has(today) };
}
