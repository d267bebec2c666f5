/** Quadratic weighted kappa of two ratings in 0..classes-1 (Cohen 1968). 1 when both are the same constant. */
export function quadraticKappa(first: readonly number[], second: readonly number[], classes: number): number {
  const n = first.length;
  const left = new Float64Array(classes);
  const right = new Float64Array(classes);
  let observed = 0;
  first.forEach((a, at) => {
    const b = second[at] ?? 0;
    observed += (a - b) ** 2;
    left[a] = (left[a] ?? 0) + 1;
    right[b] = (right[b] ?? 0) + 1;
  });
  let expected = 0;
  for (let a = 0; a < classes; a += 1)
    for (let b = 0; b < classes; b += 1) expected += ((left[a] ?? 0) * (right[b] ?? 0) * (a - b) ** 2) / n;
  return expected === 0 ? (observed === 0 ? 1 : 0) : 1 - observed / expected;
}
