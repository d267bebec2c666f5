import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockQuote, inline } from '#lib/domain/markdown-text.ts';

test.for([
  ['# a heading', '\\# a heading'],
  ['- a list', '\\- a list'],
  ['1. a list', '1\\. a list'],
  ['12) a list', '12\\) a list'],
  ['===', '\\==='],
  ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[a](javascript:x) ![b](c)', '\\[a\\](javascript:x) !\\[b\\](c)'],
  ['a | b &amp; $x$ ~~c~~ \\', 'a \\| b \\&amp; \\$x\\$ \\~\\~c\\~\\~ \\\\'],
  ['From 4.2 % to 0.3 %, in C# - twice.', 'From 4.2 % to 0.3 %, in C# - twice.'],
])('%j is shown as it is', ([text, escaped]) => {
  expect(inline(text ?? '')).toBe(escaped);
});

test('a quote keeps its lines, and none of them leaves it', () => {
  expect(blockQuote('One\ntwo.\n\n    # three\n```')).toBe('> One\\\n> two.\n>\n> \\# three\\\n> \\`\\`\\`');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', '`', '>', '-', '=', '\\') }),
      (text) => {
        for (const line of blockQuote(text, '  ').split('\n')) expect(line).toMatch(/^ {2}>( |$)/);
      },
    ),
  );
});

test('one line stays one line', () => {
  expect(inline('a\n\n- b\r\n\tc')).toBe('a - b c');
});
