/** Cholesky in place: the lower triangle of a symmetric positive definite matrix becomes its factor. */
export function factorize(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number;
      const left = row * size;
      const right = column * size;
      for (let at = 0; at < column; at += 1)
        sum -= (matrix[left + at] as number) * (matrix[right + at] as number);
      matrix[row * size + column] =
        row === column ? Math.sqrt(sum) : sum / (matrix[right + column] as number);
    }
  }
}

/** The inverse of a lower triangle. */
export function invertTriangle(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const line = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    line.fill(0, 0, row + 1);
    for (let at = 0; at < row; at += 1) {
      const value = factor[row * size + at] as number;
      const base = at * size;
      for (let column = 0; column <= at; column += 1)
        line[column] = (line[column] as number) - value * (inverse[base + column] as number);
    }
    const scale = 1 / (factor[row * size + row] as number);
    for (let column = 0; column < row; column += 1)
      inverse[row * size + column] = (line[column] as number) * scale;
    inverse[row * size + row] = scale;
  }
  return inverse;
}

/** A lower triangle times a vector. */
export function timesTriangle(triangle: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    const from = row * size;
    for (let at = 0; at <= row; at += 1) sum += (triangle[from + at] as number) * (vector[at] as number);
    return sum;
  });
}

/** The transpose of a lower triangle times a vector. */
export function timesTransposed(triangle: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  vector.forEach((value, row) => {
    for (let at = 0; at <= row; at += 1)
      product[at] = (product[at] as number) + (triangle[row * size + at] as number) * value;
  });
  return product;
}
