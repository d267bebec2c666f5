/**
 * How often two runs differ: over all units, the share of pairs of a unit's repeats whose values are not the same.
 * In: for each unit its repeats. Out: NaN when no unit has two.
 */
export function flipRate<Value>(units: readonly (readonly Value[])[]): number {
  return pairShare(units, (first, second) => first !== second);
}

/** The share of pairs of repeats that lie at least `distance` steps apart. NaN when no unit has two. */
export function apartRate(units: readonly (readonly number[])[], distance: number): number {
  return pairShare(units, (first, second) => Math.abs(first - second) >= distance);
}

function pairShare<Value>(
  units: readonly (readonly Value[])[],
  holds: (first: Value, second: Value) => boolean,
): number {
  let pairs = 0;
  let found = 0;
  for (const values of units)
    values.forEach((first, at) => {
      for (const second of values.slice(at + 1)) {
        pairs += 1;
        if (holds(first, second)) found += 1;
      }
    });
  return found / pairs;
}
