import fc from 'fast-check';

/** Texts that parsers, regular expressions and stores stumble over. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u202e abc',
    '\u200b',
    'é\u0301\u0301\u0301',
    '𝒂😀👩‍👩‍👧‍👦',
    '../../etc/passwd',
    '%00',
    "' or 1=1 --",
    '"; drop table interviews; --',
    '<script>alert(1)</script>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are what is sent
    '${7*7}',
    '{{7*7}}',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    '-1',
    '1e400',
    'true',
    '[object Object]',
  ),
  fc.integer({ min: 50, max: 3000 }).map((length) => 'we and '.repeat(length)),
  fc.integer({ min: 50, max: 20_000 }).map((length) => '.'.repeat(length)),
  fc.integer({ min: 50, max: 5000 }).map((length) => '𝒂'.repeat(length)),
);

const hugeNumber = fc.constantFrom(
  0,
  -0,
  -1,
  0.1,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  Number.MIN_VALUE,
  2 ** 31,
  2 ** 63,
  8.64e15 + 1,
);

const deep = fc
  .record({ depth: fc.integer({ min: 2, max: 400 }), list: fc.boolean() })
  .map(({ depth, list }) => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level += 1) value = list ? [value] : { a: value };
    return value;
  });

/** Any value JSON can hold, and the ones nobody expects. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  hugeNumber,
  fc.constantFrom(null, true, false, [], {}),
  deep,
  fc.jsonValue({ maxDepth: 3 }),
);

/** A body that was right with something of it replaced, taken away or put beside it, as the text that is sent. */
export function bentBody(right: unknown): fc.Arbitrary<string> {
  const whole = JSON.stringify(right) ?? 'null';
  return fc.oneof(
    { weight: 4, arbitrary: bentObject(right) },
    { weight: 2, arbitrary: fc.constant(whole) },
    { weight: 1, arbitrary: oddValue.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.nat(whole.length).map((length) => whole.slice(0, length)) },
    { weight: 1, arbitrary: oddText },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[',
        '['.repeat(50_000),
        '{"a":'.repeat(20_000),
        '{"__proto__":{"polluted":true}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '{"text":1e400,"clientTurnId":"\\ud800"}',
        '\ufeff{}',
        `"${'x'.repeat(300_000)}"`,
        '{"a":1,}',
        'NaN',
        "{'a':1}",
      ),
    },
  );
}

function bentObject(right: unknown): fc.Arbitrary<string> {
  if (typeof right !== 'object' || right === null) return oddText;
  const keys = Object.keys(right);
  if (keys.length === 0) return oddText;
  const text = (value: unknown) => JSON.stringify(value) ?? 'null';
  return fc
    .record({
      key: fc.constantFrom(...keys),
      value: oddValue,
      how: fc.constantFrom('replace', 'drop', 'double', 'add'),
    })
    .chain(({ key, value, how }) => {
      const inner: unknown = Reflect.get(right, key);
      const others = Object.entries(right).filter(([name]) => name !== key);
      const pairs = others.map(([name, kept]) => `${text(name)}:${text(kept)}`);
      const object = (...more: string[]) => `{${[...pairs, ...more].join(',')}}`;
      if (how === 'drop') return fc.constant(object());
      if (how === 'double')
        return fc.constant(object(`${text(key)}:${text(inner)}`, `${text(key)}:${text(value)}`));
      const added = ['__proto__', 'constructor', 'toJSON', 'then', ''].map(
        (name) => `${text(name)}:${text(value)}`,
      );
      if (how === 'add')
        return fc.constantFrom(...added).map((pair) => object(`${text(key)}:${text(inner)}`, pair));
      // Now and then what is wrong lies deeper.
      return fc.oneof(
        fc.constant(object(`${text(key)}:${text(value)}`)),
        bentObject(inner).map((bent) => object(`${text(key)}:${bent}`)),
      );
    });
}
