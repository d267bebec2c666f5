import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, splitSentences } from '#lib/engines/embedded/sentences.ts';

const texts = (text: string) => splitSentences(text).map((span) => span.text);

describe('splitSentences', () => {
  it('keeps decimals, abbreviations and initials whole', () => {
    expect(
      texts('The drop rate was 0.3 % for months. Dr. J. Smith, e.g. our lead, saw 2.1 %. Nobody acted.'),
    ).toEqual([
      'The drop rate was 0.3 % for months.',
      'Dr. J. Smith, e.g. our lead, saw 2.1 %.',
      'Nobody acted.',
    ]);
  });

  it('ends a sentence after a unit that looks like a title', () => {
    expect(texts('The timeout was 80 ms. Why? A lookup.')).toEqual([
      'The timeout was 80 ms.',
      'Why?',
      'A lookup.',
    ]);
  });

  it('takes a line as a sentence and leaves bullet marks out', () => {
    expect(texts('- Owned the bill\n* Nobody asked\n\n2) Cut it by half')).toEqual([
      'Owned the bill',
      'Nobody asked',
      'Cut it by half',
    ]);
  });

  it('keeps speech with its attribution', () => {
    expect(texts('"Shall we drop it?" she asked. "No." I stood by that.')).toEqual([
      '"Shall we drop it?" she asked.',
      '"No."',
      'I stood by that.',
    ]);
  });

  it('cuts dictation without punctuation into clauses', () => {
    const speech =
      'so i was on the risk team and the overnight run kept running out of memory and it had to be ready for the new desk ' +
      'so i moved it to a numpy array in column major because we reduce along scenarios and then it ran in fifty minutes ' +
      'instead of nearly four hours on the same box but nobody had asked me to do any of that';
    const clauses = texts(speech);
    expect(clauses.length).toBeGreaterThanOrEqual(4);
    for (const clause of clauses) expect(countWords(clause)).toBeLessThanOrEqual(20);
    expect(clauses.join(' ')).toBe(speech);
  });

  it('loses no word and gives exact offsets, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const span of splitSentences(text)) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.text.trim()).toBe(span.text);
          last = span.end;
        }
      }),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 120 }), (text) => {
        expect(texts(text).join(' ').split(/\s+/)).toEqual(text.split(/\s+/).filter(Boolean));
      }),
    );
  });
});
