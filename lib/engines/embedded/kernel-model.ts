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
const kernelWidth = 0.5;
const supportStep = 1 / 24;

/** An answer's features as the kernels read them: standardised, in whole steps of `supportStep`, a byte each. */
export function placeFeatures(
  { center, scale }: Pick<KernelModel, 'center' | 'scale'>,
  features: readonly number[],
): Int8Array {
  return Int8Array.from(center, (middle, at) => {
    const value = (((features[at] ?? 0) - middle) * (scale[at] ?? 0)) / supportStep;
    return Math.max(-127, Math.min(127, Math.round(value)));
  });
}

/** How alike a placed row is to the one that starts at `from`, 0-1 for each kernel. */
export function alike(row: Int8Array, supports: Int8Array, from: number, inner: number): number {
  const width = -kernelWidth * supportStep * supportStep;
  const size = row.length;
  let distance = 0;
  for (let at = 0; at < inner; at += 1) {
    const difference = (row[at] as number) - (supports[from + at] as number);
    distance += difference * difference;
  }
  const near = inner === 0 ? 0 : Math.exp((width / inner) * distance);
  for (let at = inner; at < size; at += 1) {
    const difference = (row[at] as number) - (supports[from + at] as number);
    distance += difference * difference;
  }
  return near + Math.exp((width / size) * distance);
}

/** The model's raw value for an answer's features. */
export function kernelValue(model: KernelModel, features: readonly number[]): number {
  const { inner, supports, pulls, bias } = model;
  const placed = placeFeatures(model, features);
  let value = bias;
  for (let support = 0; support < pulls.length; support += 1)
    value += (pulls[support] as number) * alike(placed, supports, support * placed.length, inner);
  return value;
}
