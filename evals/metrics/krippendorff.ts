/** How far two categories lie apart: not at all comparable (nominal), by the ranks between them (ordinal), by their difference (interval). */
export type Scale = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 is perfect agreement, 0 what
 * chance would give. In: for each unit the ratings it got, null where one is missing; categories are 0..classes-1.
 * Units with fewer than two ratings tell nothing. Out: NaN when no unit is left; 1 when nothing varies at all.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  classes: number,
  scale: Scale,
): number {
  const coincidences = new Float64Array(classes * classes);
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    values.forEach((first, at) => {
      values.forEach((second, other) => {
        if (at === other) return;
        const cell = first * classes + second;
        coincidences[cell] = (coincidences[cell] ?? 0) + 1 / (values.length - 1);
      });
    });
  }
  const totals = Array.from({ length: classes }, (_, row) =>
    sum(coincidences.subarray(row * classes, (row + 1) * classes)),
  );
  const n = sum(totals);
  if (n === 0) return Number.NaN;
  const distance = distances(totals, scale);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < classes; row += 1)
    for (let column = 0; column < classes; column += 1) {
      const apart = distance(row, column);
      observed += (coincidences[row * classes + column] ?? 0) * apart;
      expected += ((totals[row] ?? 0) * (totals[column] ?? 0) * apart) / (n - 1);
    }
  return expected === 0 ? 1 : 1 - observed / expected;
}

function distances(totals: readonly number[], scale: Scale): (row: number, column: number) => number {
  if (scale === 'nominal') return (row, column) => (row === column ? 0 : 1);
  if (scale === 'interval') return (row, column) => (row - column) ** 2;
  return (row, column) => {
    const [low, high] = row < column ? [row, column] : [column, row];
    const between = sum(totals.slice(low, high + 1)) - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2;
    return row === column ? 0 : between ** 2;
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
