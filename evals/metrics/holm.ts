/**
 * Holm's step-down correction (Holm 1979): p-values as they would have to be for a single test, in the order given, so
 * that comparing each with alpha keeps the chance of any false alarm in the family at alpha.
 */
export function holmAdjusted(probabilities: readonly number[]): number[] {
  const order = probabilities
    .map((_, index) => index)
    .sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  const adjusted = new Array<number>(probabilities.length).fill(1);
  let highest = 0;
  order.forEach((index, rank) => {
    const scaled = Math.min(1, (probabilities[index] ?? 0) * (probabilities.length - rank));
    highest = Math.max(highest, scaled);
    adjusted[index] = highest;
  });
  return adjusted;
}
