import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { readTurnText, turnTextLimit } from '#lib/domain/turn-text.ts';

test('keeps words, line ends and tabs, and drops controls and outer white space', () => {
  expect(readTurnText('  One.\r\nTwo.\rThree.\tFour.\n\u0000\u0007\u001b[31m\u0085 ')).toBe(
    'One.\nTwo.\nThree.\tFour.\n[31m',
  );
});

test('keeps every script, emoji and joiner, and replaces half a character', () => {
  expect(readTurnText('Grüße 你好 👩‍💻 नमस्ते')).toBe('Grüße 你好 👩‍💻 नमस्ते');
  expect(readTurnText('a\ud800b')).toBe('a\ufffdb');
});

test.for(['', '   ', '\n\t\r', '\u0000\u001f', '\u200b\u200d\u2060', '\ufeff\u00a0', '\u0301'])(
  'is blank without anything to see: %j',
  (text) => {
    expect(() => readTurnText(text)).toThrowError(expect.objectContaining({ code: 'blank_turn' }));
  },
);

test('takes the limit and not one more, and says both numbers', () => {
  expect(readTurnText('x'.repeat(turnTextLimit))).toHaveLength(turnTextLimit);
  expect(() => readTurnText('x'.repeat(turnTextLimit + 1))).toThrowError(
    expect.objectContaining({ code: 'turn_too_long', message: expect.stringMatching(/20,001.*20,000/) }),
  );
});

test('gives the same text again for what it gave, and only text that survives UTF-8 and JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sent) => {
      let text: string;
      try {
        text = readTurnText(sent);
      } catch (error) {
        expect(BarRaiserError.isInstance(error)).toBe(true);
        return;
      }
      expect(readTurnText(text)).toBe(text);
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      expect(text).not.toContain('\u0000');
    }),
  );
});
