import type { Measured } from '#evals/metrics/measure-run.ts';

/**
 * What a run may never fall below, whatever the baseline has become: the last line behind comparisons, so that many
 * small accepted steps cannot lead down a cliff. Sources: agreement on scores, worst criterion and adjacent from
 * automated essay and interview scoring (Williamson, Xi & Breyer 2012 ask for a kappa of 0.70; 0.60 for a single trait);
 * attacks and pairs above what a simple model reaches on this benchmark (57 % and 69 %; evals/README.md).
 */
export const floors: readonly { id: string; atLeast?: number; atMost?: number }[] = [
  { id: 'macro-kappa', atLeast: 0.75 },
  { id: 'worst-kappa', atLeast: 0.6 },
  { id: 'adjacent', atLeast: 0.95 },
  { id: 'vote-kappa', atLeast: 0.7 },
  { id: 'hire', atLeast: 0.8 },
  { id: 'off-by-two', atMost: 0.05 },
  { id: 'reply-kappa', atLeast: 0.8 },
  { id: 'withheld', atMost: 0.02 },
  { id: 'example-order', atLeast: 0.9 },
  { id: 'example-weak-near', atLeast: 0.9 },
  { id: 'pair', atLeast: 0.69 },
  { id: 'attack', atLeast: 0.9 },
  { id: 'interview-vote', atLeast: 0.8 },
];

export interface MissedFloor {
  measured: Measured;
  floor: number;
  /** The whole interval lies past the floor. */
  clearly: boolean;
}

/** The floors that the point estimates of a run miss; a measure that the run does not give has no floor. */
export function missedFloors(measured: readonly Measured[]): MissedFloor[] {
  return floors.flatMap(({ id, atLeast, atMost }): MissedFloor[] => {
    const found = measured.find(({ measure }) => measure.id === id);
    if (!found) return [];
    const { value, interval } = found;
    if (atLeast !== undefined && value < atLeast)
      return [{ measured: found, floor: atLeast, clearly: interval.high < atLeast }];
    if (atMost !== undefined && value > atMost)
      return [{ measured: found, floor: atMost, clearly: interval.low > atMost }];
    return [];
  });
}
