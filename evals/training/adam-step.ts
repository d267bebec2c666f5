/** How much of the past stays, of the slope and of its square (Adam: Kingma & Ba 2015; without its correction of the first steps, which a slow start replaces). */
const past = { slope: 0.9, square: 0.99 } as const;
const least = 1e-6;

/** Weights with what Adam remembers of their slopes. */
export class Learned {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;

  constructor(weights: Float32Array) {
    this.weights = weights;
    this.slopes = new Float32Array(weights.length);
    this.#first = new Float32Array(weights.length);
    this.#second = new Float32Array(weights.length);
  }

  /** One step of the weights from `from` up to `to` down their slopes, which are cleared. */
  step(rate: number, from = 0, to = this.weights.length): void {
    const { weights, slopes } = this;
    const [first, second] = [this.#first, this.#second];
    for (let at = from; at < to; at += 1) {
      const slope = slopes[at] as number;
      slopes[at] = 0;
      const mean = past.slope * (first[at] as number) + (1 - past.slope) * slope;
      const square = past.square * (second[at] as number) + (1 - past.square) * slope * slope;
      first[at] = mean;
      second[at] = square;
      weights[at] = (weights[at] as number) - (rate * mean) / (Math.sqrt(square) + least);
    }
  }
}
