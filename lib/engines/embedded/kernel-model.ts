/**
 * A kernel machine: answers whose score is known, each pulling the estimate its way as far as it is alike
 * (Gaussian kernel). Features are standardised by `center` and `scale`; supports are stored in steps of `supportStep`.
 */
export interface KernelModel {
  center: Float32Array;
  /** factor on each centred feature; holds its deviation and how much it counts */
  scale: Float32Array;
  /** supports x features, row-major, standardised, in steps of `supportStep` */
  supports: Int8Array;
  /** pull of each support */
  pulls: Float32Array;
  bias: number;
}

/** Width of the kernel: exp(-width * mean squared difference of the features). */
export const kernelWidth = 0.5;
export const supportStep = 1 / 24;

/** The model's raw value for an answer's features. */
export function kernelValue(
  { center, scale, supports, pulls, bias }: KernelModel,
  features: readonly number[],
): number {
  const size = center.length;
  const placed = Float64Array.from(
    center,
    (middle, at) => (((features[at] ?? 0) - middle) * (scale[at] ?? 0)) / supportStep,
  );
  const factor = (-kernelWidth * supportStep * supportStep) / size;
  let value = bias;
  for (let row = 0; row < pulls.length; row += 1) {
    let distance = 0;
    for (let at = 0, base = row * size; at < size; at += 1) {
      const difference = (placed[at] as number) - (supports[base + at] as number);
      distance += difference * difference;
    }
    value += (pulls[row] as number) * Math.exp(factor * distance);
  }
  return value;
}
