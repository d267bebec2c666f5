import { describe, expect, test } from 'vitest';
import { findContradictions } from '#lib/engines/embedded/contradictions.ts';
import { benchRows, candidateTurn, turnsOf } from '#tests/support/bench.ts';

const told = (...texts: string[]) =>
  findContradictions(
    texts.map((text, index) => candidateTurn(`t${index}`, text, index === 0 ? 'answer' : 'reply')),
  );

describe('statements that cannot both be true', () => {
  test.each([
    [
      'how long it took',
      'The whole project took three weeks.',
      'All in all it was fine, the whole thing took four months.',
    ],
    ['how long it took', 'The migration took ten days.', 'I worked on it for three months, every evening.'],
    ['the size of your team', 'Our team of four built it.', 'We were seven people, so it went quickly.'],
    ['who worked on it', 'I built everything on my own.', 'The three of us who worked on it were tired.'],
    [
      'the drop rate',
      'I cut the drop rate from 3 percent to zero.',
      'The drop rate went from 9 percent to zero.',
    ],
    ['how open tickets moved', 'Open tickets fell from 20 to 45.', ''],
    ['how far failures fell', 'Failures fell by 120 percent.', ''],
    ['how many of the tests', '14 of the 12 tests failed.', ''],
    ['how the decision went', 'I was outvoted and they did it exactly as I had suggested.', ''],
    ['whether it went live', 'The rewrite was never shipped.', 'The rewrite went live on 3 May.'],
    ['who was on your side', 'I was the only one who was against it.', 'Six colleagues agreed with me.'],
    [
      'how many developers there were',
      'I was the only developer in the team.',
      'The other two developers in my team tested it.',
    ],
    ['the number of parcels', 'We ship 300 parcels a day.', "I checked 700 of that day's parcels."],
  ])('%s: %s / %s', (about, first, second) => {
    const [found] = told(first, second);
    expect(found?.about).toBe(about);
  });

  test('each statement stands where it says, in the order told', () => {
    const texts = ['The whole project took three weeks.', 'In fact the whole thing took four months.'];
    const [found] = told(...texts);
    expect(found).toBeDefined();
    for (const [index, evidence] of [found?.first, found?.second].entries()) {
      expect(evidence?.turnId).toBe(`t${index}`);
      expect(texts[index]?.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
    }
  });
});

describe('statements that only sound like it', () => {
  test.each([
    ['The whole project took three weeks.', 'The whole project took about 20 days.'],
    ['They said the whole project took four months last time.', 'The whole project took three weeks.'],
    ['I worked on it alone at first.', 'Later the three of us who worked on it shared it.'],
    ['Complaints fell from 40 to 4.', 'Latency fell from 900 to 300.'],
    ['Wait time fell from 90 seconds to 2 minutes and then to 10 seconds.', ''],
    ['Revenue rose by 130 percent.', ''],
    ['2,140 of 19,600 clicks were repeats.', 'Two of the three tests failed.'],
    ['I lost the argument, but a year later they did it as I had proposed.', ''],
    ['Our team of four built it.', 'Their team of nine ran it.'],
    ['We ship 300 parcels a day.', "I checked 700 of last month's parcels."],
  ])('%s / %s', (first, second) => {
    expect(told(first, second)).toEqual([]);
  });
});

test.each(['dev', 'train'] as const)('fewer than one in a hundred answers of %s is doubted', (file) => {
  const rows = benchRows(file);
  const doubted = rows.filter((row) => findContradictions(turnsOf(row)).length > 0);
  expect(doubted.length / rows.length).toBeLessThan(0.01);
});

test('the answers made to contradict themselves are found, and no other attack is', () => {
  for (const row of benchRows('attacks')) {
    expect(findContradictions(turnsOf(row)).length > 0, row.id).toBe(row.kind === 'contradiction');
  }
});
