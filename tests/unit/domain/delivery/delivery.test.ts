import { describe, expect, it } from 'vitest';
import { deliveryOf, type SaidTurn } from '#lib/domain/delivery/delivery.ts';
import { longestPause } from '#lib/domain/delivery/longest-pause.ts';
import { countPersons, personsOverTime } from '#lib/domain/delivery/pronouns.ts';
import { rateOverTime, spokenSpan, wordsAMinute } from '#lib/domain/delivery/speaking-rate.ts';
import { type SpokenWord, spokenWordsSchema } from '#lib/domain/delivery/spoken-word.ts';
import type { Pace, SectionPace } from '#lib/domain/report-schema.ts';

/** Half a second a word, one after the other, from `from` on. */
function steady(text: string, from = 0): SpokenWord[] {
  return text.split(' ').map((word, index) => [word, from + index * 0.5, from + index * 0.5 + 0.4]);
}

describe('the pace', () => {
  it('is words over the time from the first to the last', () => {
    const words = steady('one two three four five six seven eight nine ten', 3);
    expect(spokenSpan(words)).toBeCloseTo(4.9);
    expect(wordsAMinute(10, 4.9)).toBeCloseTo(122.4, 1);
  });

  it('is not given for a few words', () => expect(wordsAMinute(4, 2)).toBeNull());

  it('over time loses no word and has stretches of one length', () => {
    const words = steady(Array.from({ length: 100 }, () => 'word').join(' '), 7);
    const stretches = rateOverTime(words, 15);
    expect(stretches).toHaveLength(3);
    expect(stretches.reduce((sum, stretch) => sum + stretch.words, 0)).toBe(100);
    expect(stretches.at(-1)?.end).toBeCloseTo(spokenSpan(words));
  });
});

describe('the longest pause', () => {
  it('stands where it was made, with the words around it', () => {
    const words = [...steady('I told them', 2), ...steady('and then nothing', 9), ...steady('happened', 11)];
    expect(longestPause(words)).toEqual({
      seconds: expect.closeTo(5.6),
      at: expect.closeTo(1.4),
      before: 'I told them',
      after: 'and then nothing happened',
    });
  });

  it('is none for a single word', () => expect(longestPause([['yes', 0, 1]])).toBeNull());

  it('is never negative where a recogniser lets words overlap', () => {
    expect(
      longestPause([
        ['a', 0, 2],
        ['b', 1, 3],
      ])?.seconds,
    ).toBe(0);
  });
});

describe('"we" against "I"', () => {
  it('counts all forms, and no country', () => {
    expect(
      countPersons("I'm sure we’d told them: it was my idea, not ours. The US team let us know."),
    ).toEqual({
      i: 2,
      we: 3,
    });
  });

  it('follows the time: every word is in one stretch', () => {
    expect(personsOverTime('we we we I I I', 2)).toEqual([
      { i: 0, we: 3 },
      { i: 3, we: 0 },
    ]);
    expect(personsOverTime('', 4)).toEqual([]);
    expect(personsOverTime('I did', 10)).toHaveLength(2);
  });
});

describe('word times as they are sent', () => {
  it('are refused when they run backwards', () => {
    expect(
      spokenWordsSchema.safeParse([
        ['a', 5, 6],
        ['b', 1, 2],
      ]).success,
    ).toBe(false);
    expect(spokenWordsSchema.safeParse([['a', 2, 1]]).success).toBe(false);
    expect(
      spokenWordsSchema.safeParse([
        ['a', 1, 2],
        ['b', 1.9, 2.4],
      ]).success,
    ).toBe(true);
  });
});

const text = 'We ran it. I rewrote the join. It took 7 minutes.';
const span = (section: SectionPace['section'], quote: string): SectionPace => ({
  section,
  targetSeconds: 2,
  words: quote.split(' ').length,
  seconds: 9,
  verdict: 'within',
  spans: [{ turnId: 'c1', quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }],
});
const pace: Pace = {
  sections: [
    span('situation', 'We ran it.'),
    span('action', 'I rewrote the join.'),
    span('result', 'It took 7 minutes.'),
  ],
  words: 11,
  seconds: 4.4,
  targetSeconds: [4, 6],
  spokenSeconds: null,
};
const turn = (change: Partial<SaidTurn> = {}): SaidTurn => ({
  id: 'c1',
  text,
  spokenSeconds: null,
  words: null,
  ...change,
});
const story = { turnId: 'c1', pace };

describe('an interview', () => {
  it('that was typed has only what the words tell', () => {
    const delivery = deliveryOf([turn()], story);
    expect(delivery).toMatchObject({
      spokenTurns: 0,
      wordsAMinute: null,
      fillers: null,
      fillersAMinute: null,
      pause: null,
      rate: [],
      story: { measured: false },
    });
    expect(delivery.persons.length).toBeGreaterThan(0);
    expect(delivery.sections.map(({ measured }) => measured)).toEqual([false, false, false]);
    expect(delivery.sections[0]?.seconds).toBeCloseTo(1.2);
  });

  it('that was spoken has the real time of each section', () => {
    const words = [
      ...steady('We ran it'),
      ...steady('I rewrote the join', 10),
      ...steady('It took 7 minutes', 12),
    ];
    const delivery = deliveryOf([turn({ spokenSeconds: 13.9, words })], story);
    expect(delivery.sections.map(({ seconds, measured, verdict }) => [seconds, measured, verdict])).toEqual([
      [expect.closeTo(1.4), true, 'within'],
      [expect.closeTo(1.9), true, 'within'],
      [expect.closeTo(1.9), true, 'within'],
    ]);
    expect(delivery.pause).toMatchObject({ turnId: 'c1', seconds: expect.closeTo(8.6) });
    expect(delivery.story).toEqual({ seconds: expect.closeTo(13.9), measured: true });
  });

  it('measures no section that was mostly typed', () => {
    const words = steady('We ran it');
    const delivery = deliveryOf([turn({ spokenSeconds: 1.4, words })], story);
    expect(delivery.sections.map(({ measured }) => measured)).toEqual([true, false, false]);
  });

  it('counts fillers in what was spoken alone, the most frequent first', () => {
    const spoken = turn({ id: 'c2', text: 'Um, it was, you know, um, late.', spokenSeconds: 6, words: null });
    const typed = turn({ id: 'c3', text: 'Basically done.' });
    const delivery = deliveryOf([spoken, typed], null);
    expect(delivery.fillers).toEqual([
      { kind: 'um', count: 2 },
      { kind: 'you know', count: 1 },
    ]);
    expect(delivery).toMatchObject({
      spokenTurns: 1,
      turns: 2,
      fillersAMinute: null,
      sections: [],
      story: null,
    });
  });
});
