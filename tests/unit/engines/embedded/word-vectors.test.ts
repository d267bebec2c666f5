import { describe, expect, it } from 'vitest';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { tokenize } from '#lib/engines/embedded/tokens.ts';
import {
  decodeWordVectors,
  encodeWordVectors,
  meanDirection,
  meaningDimensions,
  meaningOf,
  wordVectors,
} from '#lib/engines/embedded/word-vectors.ts';

const meaning = (text: string) => meaningOf(tokenize(text));
const cosine = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('meaningOf', () => {
  it('puts words of one kind nearer to each other than to others', () => {
    const [server, database, grandmother] = [meaning('server'), meaning('database'), meaning('grandmother')];
    expect(cosine(server, database)).toBeGreaterThan(cosine(server, grandmother) + 0.2);
  });

  it('earns nothing by length', () => {
    const once = meaning('We rewrote the importer.');
    const thrice = meaning('We rewrote the importer. We rewrote the importer. We rewrote the importer.');
    expect(Math.hypot(...thrice)).toBeCloseTo(1, 10);
    expect(cosine(once, thrice)).toBeCloseTo(1, 10);
  });

  it('is nothing where no word is known', () => {
    expect(meaning('xqzzt').every((value) => value === 0)).toBe(true);
    expect(meanDirection([meaning('xqzzt')]).every((value) => value === 0)).toBe(true);
  });
});

describe('the table', () => {
  it('reads back what was written', () => {
    const values = Int8Array.from({ length: 2 * meaningDimensions }, (_, at) => at - 40);
    const { rows, values: again } = decodeWordVectors(encodeWordVectors(['a', "b'c"], values));
    expect([...rows]).toEqual([
      ['a', 0],
      ["b'c", 1],
    ]);
    expect([...again]).toEqual([...values]);
  });

  it('is at most 1 MB', () => {
    const { values, rows } = wordVectors();
    expect(values.length + [...rows.keys()].join().length).toBeLessThan(2 ** 20);
  });

  it.each([
    ['cut short', encodeWordVectors(['a'], new Int8Array(meaningDimensions)).subarray(0, 30)],
    ['empty', Buffer.alloc(0)],
    ['of other dimensions', encodeWordVectors(['a'], new Int8Array(3))],
  ])('is not read when %s', (_, bytes) => {
    expect(() => decodeWordVectors(Buffer.from(bytes))).toThrow(BarRaiserError);
  });
});
