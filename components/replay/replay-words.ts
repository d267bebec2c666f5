import type { ReplayEntry, ReplayStep } from '#lib/domain/history/replay-timeline.ts';

const statusWords: Record<ReplayEntry['status'], string> = {
  open: 'open',
  thin: 'thin',
  solid: 'solid',
  refused: 'refused',
};

/** A ledger entry in words: `solid, 2`. */
export function entryWords({ status, score }: Pick<ReplayEntry, 'status' | 'score'>): string {
  return `${statusWords[status]}, ${score}`;
}

export const readingWords: Record<Exclude<ReplayStep['kind'], 'bar_raiser' | 'candidate'>, string> = {
  second_reading: 'A second reading, while the bar raiser spoke',
  last_reading: 'The last reading, from which the debrief was written',
};
