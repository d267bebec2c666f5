import {
  attention,
  bearing,
  type Layers,
  modelCriteria,
  readSentencesThrough,
} from '#lib/engines/embedded/answer-model.ts';
import { featureSize } from '#lib/engines/embedded/features.ts';
import { quantize, type WeightMatrix } from '#lib/engines/embedded/matrix.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { type ColumnRow, fitColumn } from './fit-column.ts';
import type { WeightedText } from './fit-layers.ts';

const columns = modelCriteria.length;
const lambda = 0.4;
const epochs = 10;
/** The dictated cut of a text counts less than the written one. */
const dictatedShare = 0.5;

/**
 * The model of how well a criterion is told: a ridge over the sentences that bear on it (by `attention`), whatever else
 * the answer says.
 */
export function fitPooled(
  texts: readonly WeightedText[],
  layers: Pick<Layers, 'sentence' | 'counter'>,
): WeightMatrix {
  const cuts = texts.flatMap(({ text: { written, dictated, scores }, weight }) => [
    { vectors: written.vectors, scores, weight },
    { vectors: dictated.vectors, scores, weight: weight * dictatedShare },
  ]);
  const read = cuts.map(({ vectors }) => readSentencesThrough(vectors, layers));
  const scratch = new Float32Array(featureSize);
  const weights = new Float32Array(featureSize * columns);
  modelCriteria.forEach((criterion, column) => {
    const rows = cuts.flatMap(({ vectors, scores, weight }, index): ColumnRow[] => {
      const score = scores[criterion];
      const readings = read[index];
      if (score === undefined || !readings) return [];
      const shares = attention(bearing(readings, column));
      return [{ vector: pool(vectors, shares, scratch), target: score - 1.5, weight }];
    });
    const solved = fitColumn(rows, { lambda, epochs });
    for (let at = 0; at < featureSize; at += 1) weights[at * columns + column] = solved[at] as number;
  });
  return quantize(weights, columns);
}

/** The weighted sum of sparse vectors; `scratch` is as long as the features, all zero before and after. */
function pool(vectors: readonly SparseVector[], shares: Float64Array, scratch: Float32Array): SparseVector {
  const touched: number[] = [];
  vectors.forEach(({ indices, values }, sentence) => {
    const share = shares[sentence] as number;
    for (let k = 0; k < indices.length; k += 1) {
      const at = indices[k] as number;
      if (scratch[at] === 0) touched.push(at);
      scratch[at] = (scratch[at] as number) + share * (values[k] as number);
    }
  });
  const indices = new Uint32Array(touched);
  const values = new Float32Array(indices.length);
  for (let k = 0; k < indices.length; k += 1) {
    const at = indices[k] as number;
    values[k] = scratch[at] as number;
    scratch[at] = 0;
  }
  return { indices, values };
}
