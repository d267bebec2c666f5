import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSentenceReader } from '#lib/engines/model/sentence-reader.ts';

function read(pieces: readonly string[]): { sentences: string[]; rest: string | null } {
  const reader = createSentenceReader();
  const sentences = pieces.flatMap((piece) => reader.add(piece).map(({ text }) => text));
  return { sentences, rest: reader.rest() };
}

describe('reading sentences from pieces', () => {
  it('gives a sentence when the next one begins, and a question at its mark', () => {
    const reader = createSentenceReader();
    expect(reader.add('You tested it on a copy.')).toEqual([]);
    expect(reader.add(' ')).toEqual([]);
    expect(reader.add('W')).toEqual([{ text: 'You tested it on a copy.', asks: false }]);
    expect(reader.add('hat did you find')).toEqual([]);
    expect(reader.add('?')).toEqual([{ text: 'What did you find?', asks: true }]);
    expect(reader.rest()).toBeNull();
  });

  it.each([
    ['a figure', 'It fell to 0.3 percent of', 'It fell to 0.3 percent of'],
    ['a quotation with a stop in it', 'You said "we stopped. Then we', 'You said "we stopped. Then we'],
    ['a question inside a quotation', 'You asked "why now?', 'You asked "why now?'],
    ['an abbreviation', 'You spoke to Dr. Weber', 'You spoke to Dr. Weber'],
  ])('does not end a sentence in %s', (_, words, rest) => {
    expect(read([words])).toEqual({ sentences: [], rest });
  });

  it('reads the same sentences however the words are cut into pieces', () => {
    const words = 'You counted 412 rows. He said "no, not now." What did you do then?  Nothing more.';
    const whole = read([words]);
    expect(whole.sentences[0]).toBe('You counted 412 rows.');
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: words.length - 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, (places) => {
        const sorted = [0, ...places.toSorted((a, b) => a - b), words.length];
        const pieces = sorted.slice(1).map((end, index) => words.slice(sorted[index], end));
        const { sentences, rest } = read(pieces);
        expect([...sentences, rest].join(' ')).toBe([...whole.sentences, whole.rest].join(' '));
      }),
    );
  });
});
