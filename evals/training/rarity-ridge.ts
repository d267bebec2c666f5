import { hashedSize } from '#lib/engines/embedded/features.ts';
import { fitRidge, type RidgeProblem } from './ridge.ts';

/** Half of what an inverse document frequency (Sparck Jones 1972) would do, by cross-validation. */
const power = 0.5;

/**
 * A ridge that trusts a rare word sooner than one that stands in nearly every text: hashed features are scaled by their
 * rarity, the rows as a whole stay as long as they were. The factors end up in the weights, so that reading a text costs
 * what it did. Out: size x outputs, row-major, for the features as they come in.
 */
export function fitRarityRidge(problem: RidgeProblem): Float32Array {
  const { rows, size, outputs } = problem;
  const scale = rarityScale(rows, size);
  const weights = fitRidge({
    ...problem,
    rows: rows.map(({ indices, values }) => ({
      indices,
      values: values.map((value, at) => value * (scale[indices[at] as number] as number)),
    })),
  });
  return weights.map((weight, at) => weight * (scale[Math.floor(at / outputs)] as number));
}

/** A factor a feature; 1 for those that are not hashed. */
function rarityScale(rows: RidgeProblem['rows'], size: number): Float32Array {
  const found = new Float64Array(size);
  const last = new Int32Array(size).fill(-1);
  rows.forEach(({ indices }, row) => {
    // A feature may stand twice in a text.
    for (const feature of indices) {
      if (last[feature] === row) continue;
      last[feature] = row;
      found[feature] = (found[feature] as number) + 1;
    }
  });
  const rarity = found.map((texts, feature) =>
    feature < hashedSize ? (Math.log((rows.length + 1) / (texts + 0.5)) / Math.log(rows.length)) ** power : 1,
  );
  let before = 0;
  let after = 0;
  for (const { indices, values } of rows)
    indices.forEach((feature, at) => {
      const square = (values[at] as number) ** 2;
      before += square;
      after += square * (rarity[feature] as number) ** 2;
    });
  const factor = Math.sqrt(before / after);
  return Float32Array.from(rarity, (value, feature) => (feature < hashedSize ? value * factor : 1));
}
