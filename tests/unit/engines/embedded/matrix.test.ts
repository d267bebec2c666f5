import { describe, expect, it } from 'vitest';
import { quantize, scoreColumns } from '#lib/engines/embedded/matrix.ts';

const input = { indices: Uint32Array.from([0, 2]), values: Float32Array.from([1, 0.5]) };

describe('a matrix of one byte a weight', () => {
  it('says nearly what the weights said before they were rounded, column by column', () => {
    const weights = Float32Array.from([0.5, -40, 9, 9, 1, 20]);
    const [first = 0, second = 0] = scoreColumns(quantize(weights, 2), input);
    expect(Math.abs(first - 1)).toBeLessThan(0.05);
    expect(Math.abs(second + 30)).toBeLessThan(0.25);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d: a training that went wrong', (wrong) => {
    expect(() => quantize(Float32Array.from([1, 2, 3, wrong]), 2)).toThrow('column 1');
  });

  it('keeps a column of zeros at zero', () => {
    expect([...scoreColumns(quantize(new Float32Array(6), 2), input)]).toEqual([0, 0]);
  });
});
