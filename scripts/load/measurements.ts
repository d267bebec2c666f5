export const requestKinds = ['start', 'first answer', 'reply', 'view', 'end', 'self-vote', 'report'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** One request as its sender saw it; times are milliseconds of `performance.now()`. */
export interface MeasuredRequest {
  kind: RequestKind;
  sentAt: number;
  /** When the bar raiser's first words arrived; null for anything but a turn. */
  firstWordsAt: number | null;
  endedAt: number;
  /** Stands in a turn's text where the load marks its turns. */
  mark: string | null;
}

/** All that a run of the load found out. */
export interface Measurements {
  requests: MeasuredRequest[];
  /** What went wrong, one line each: a refused request, a reply that breaks a rule of the interview. */
  errors: string[];
  /** Connections that were cut, where the load expects that. */
  cut: number;
  interviewsEnded: number;
}

export function noMeasurements(): Measurements {
  return { requests: [], errors: [], cut: 0, interviewsEnded: 0 };
}

/** The nearest-rank percentile of times; NaN of nothing. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** Count and percentiles of times in milliseconds, as one line. */
export function line(name: string, times: readonly number[]): string {
  const at = (share: number) => percentile(times, share).toFixed(1);
  return `${name.padEnd(32)} n ${String(times.length).padStart(6)}   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`;
}
