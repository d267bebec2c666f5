import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateQuote, verifyEvidence } from '#lib/domain/evidence.ts';

const text = 'I said:  “We lose 0.3 % of\nour webhooks”, and it’s ﬁxed.';

test('finds a quote through folded white space, quote marks and compatibility forms', () => {
  const found = locateQuote('"We lose 0.3 % of our webhooks"', text);
  expect(found && text.slice(found.start, found.end)).toBe('“We lose 0.3 % of\nour webhooks”');
  const ligature = locateQuote("it's fixed", text);
  expect(ligature && text.slice(ligature.start, ligature.end)).toBe('it’s ﬁxed');
});

test('a composed letter equals a decomposed one', () => {
  const decomposed = 'the cafe\u0301 order';
  const found = locateQuote('caf\u00e9', decomposed);
  expect(found && decomposed.slice(found.start, found.end)).toBe('cafe\u0301');
});

test('refuses what is not there, other case and nothing at all', () => {
  expect(locateQuote('we lose 0.4 %', text)).toBeNull();
  expect(locateQuote('I SAID', text)).toBeNull();
  expect(locateQuote('  ', text)).toBeNull();
});

test('whatever is cut out of a text is found in it, and reads the same', () => {
  const unit = fc.constantFrom('a', 'B', 'é', ' ', '\n', '“', '"', '’', "'", 'ﬁ', '7', '%', '漢', '😀');
  const anyText = fc.array(unit, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (units, a, b) => {
      const from = Math.min(a, b) % units.length;
      const quote = units.slice(from, from + 1 + (Math.max(a, b) % units.length)).join('');
      fc.pre(quote.trim() !== '');
      const whole = units.join('');
      const found = locateQuote(quote, whole);
      expect(found).not.toBeNull();
      const read = whole.slice(found?.start, found?.end);
      expect(locateQuote(read, quote)).not.toBeNull();
    }),
  );
});

test('offsets that are right are kept, wrong ones are found again, foreign turns are refused', () => {
  const turns = [{ id: 'a', text: 'I wrote the fix.' }];
  const exact = { turnId: 'a', quote: 'the fix', start: 8, end: 15 };
  expect(verifyEvidence(exact, turns)).toEqual(exact);
  expect(verifyEvidence({ ...exact, start: 0, end: 7 }, turns)).toEqual(exact);
  expect(verifyEvidence({ ...exact, turnId: 'b' }, turns)).toBeNull();
  expect(verifyEvidence({ ...exact, quote: 'a fix' }, turns)).toBeNull();
});
