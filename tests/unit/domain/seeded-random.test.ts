import { expect, test } from 'vitest';
import { seededRandom } from '#lib/domain/seeded-random.ts';

const draw = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw('interview:3', 50)).toEqual(draw('interview:3', 50));
  expect(draw('interview:3', 50)).not.toEqual(draw('interview:4', 50));
});

test('numbers lie in [0, 1) and are spread evenly', () => {
  const numbers = draw('spread', 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    expect(share).toBeGreaterThan(900);
    expect(share).toBeLessThan(1100);
  }
});

test('the first numbers of neighbouring seeds differ: every turn of an interview varies', () => {
  const firsts = Array.from({ length: 200 }, (_, turn) => seededRandom(`interview:${turn}`)());
  expect(new Set(firsts.map((number) => number.toFixed(6))).size).toBe(200);
  expect(new Set(firsts.map((number) => Math.floor(number * 8))).size).toBe(8);
});
