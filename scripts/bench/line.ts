/** Count and percentiles of times in milliseconds, as one line. */
export function line(name: string, times: readonly number[]): string {
  const at = (share: number) => percentile(times, share).toFixed(1);
  return `${name.padEnd(34)} n ${String(times.length).padStart(5)}   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`;
}

/** The nearest-rank percentile; NaN of nothing. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
