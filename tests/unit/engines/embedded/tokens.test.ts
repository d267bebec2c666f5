import { describe, expect, it } from 'vitest';
import { tokenize } from '#lib/engines/embedded/tokens.ts';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it('reads figures as classes, so that no story is known by its numbers', () => {
    expect(words('From 0.3 % to €8,000 in 2 weeks, 14 builds, since 2019')).toEqual([
      'from',
      '<pct>',
      '%',
      'to',
      '€',
      '<money>',
      'in',
      '<time>',
      'weeks',
      '<num>',
      'builds',
      'since',
      '<year>',
    ]);
    expect(words('forty thousand rows')).toEqual(['<num>', '<num>', 'rows']);
  });

  it('splits contractions the same with and without their apostrophe', () => {
    expect(words("I'd said I'm sure it didn’t fail")).toEqual([
      'i',
      "'d",
      'said',
      'i',
      "'m",
      'sure',
      'it',
      "didn't",
      'fail',
    ]);
    expect(words('im sure it didnt fail')).toEqual(['i', "'m", 'sure', 'it', "didn't", 'fail']);
  });

  it('knows where each word stands', () => {
    const text = 'Ärger — it’s 3 %';
    for (const { start, end } of tokenize(text)) expect(text.slice(start, end)).not.toMatch(/\s/u);
  });
});
