/**
 * A kernel machine: texts whose score is known, each pulling the estimate its way as far as it is alike. How alike is the
 * sum of two Gaussian kernels, of the first `inner` features and of all; with `inner` 0 only of all. Features are
 * standardised by `center` and `scale`; supports are stored in steps of `supportStep`.
 */
export interface KernelModel {
  center: Float32Array;
  /** factor on each centred feature; holds its deviation and how much it counts */
  scale: Float32Array;
  inner: number;
  /** supports x features, row-major, standardised, in steps of `supportStep` */
  supports: Int8Array;
  /** pull of each support */
  pulls: Float32Array;
  bias: number;
}

/** Width of a kernel: exp(-width * mean squared difference of its features). */
export const kernelWidth = 0.5;
export const supportStep = 1 / 24;

/** The model's raw value for an answer's features. */
export function kernelValue(
  { center, scale, inner, supports, pulls, bias }: KernelModel,
  features: readonly number[],
): number {
  const size = center.length;
  const placed = Float64Array.from(
    center,
    (middle, at) => (((features[at] ?? 0) - middle) * (scale[at] ?? 0)) / supportStep,
  );
  const width = -kernelWidth * supportStep * supportStep;
  let value = bias;
  for (let row = 0; row < pulls.length; row += 1) {
    const base = row * size;
    let distance = 0;
    for (let at = 0; at < inner; at += 1) {
      const difference = (placed[at] as number) - (supports[base + at] as number);
      distance += difference * difference;
    }
    let alike = inner === 0 ? 0 : Math.exp((width / inner) * distance);
    for (let at = inner; at < size; at += 1) {
      const difference = (placed[at] as number) - (supports[base + at] as number);
      distance += difference * difference;
    }
    alike += Math.exp((width / size) * distance);
    value += (pulls[row] as number) * alike;
  }
  return value;
}
