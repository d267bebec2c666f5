/** Adam (Kingma & Ba 2015) over one parameter vector, with a rate that falls to zero and an optional floor at zero. */
export function minimize(
  parameters: Float64Array,
  gradient: (parameters: Float64Array, into: Float64Array) => void,
  { iterations, rate, nonNegative = 0 }: { iterations: number; rate: number; nonNegative?: number },
): Float64Array {
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  const slope = new Float64Array(parameters.length);
  for (let step = 1; step <= iterations; step += 1) {
    slope.fill(0);
    gradient(parameters, slope);
    const speed = rate * (1 - (step - 1) / iterations);
    for (let at = 0; at < parameters.length; at += 1) {
      const g = slope[at] as number;
      const m = 0.9 * (first[at] as number) + 0.1 * g;
      const v = 0.99 * (second[at] as number) + 0.01 * g * g;
      first[at] = m;
      second[at] = v;
      const moved =
        (parameters[at] as number) -
        (speed * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
      parameters[at] = at < nonNegative ? Math.max(0, moved) : moved;
    }
  }
  return parameters;
}
