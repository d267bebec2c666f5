import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, quoteId, quotesOf, segmentsOf } from '#components/debrief/marked-text.ts';
import { debrief } from '#tests/support/domain-fixtures.ts';

const text = 'I told her no. She agreed. We shipped it.';
const evidence = (start: number, end: number) => ({
  turnId: 't2',
  quote: text.slice(start, end),
  start,
  end,
});

describe('a marked transcript', () => {
  it('holds every quote the debrief links to, those against a score as well', () => {
    const report = debrief({ expected: () => 0, rating: () => 0, against: () => true }, []);
    const linked = report.criteria.flatMap(({ evidence, against }) => [...evidence, ...against]);
    const marked = new Set(quotesOf({ ...report, cons: [], unknowns: [] }).map(quoteId));
    expect(report.criteria.some(({ against }) => against.length > 0)).toBe(true);
    expect(linked.filter((quote) => !marked.has(quoteId(quote)))).toEqual([]);
  });

  it('cuts a text at its quotes and marks where each begins', () => {
    const quote = evidence(0, 14);
    expect(segmentsOf(text, [quote])).toEqual([
      { text: 'I told her no.', start: 0, quotes: [quoteId(quote)], begins: [quoteId(quote)] },
      { text: ' She agreed. We shipped it.', start: 14, quotes: [], begins: [] },
    ]);
  });

  it('marks every stretch of quotes that overlap', () => {
    const [first, second] = [evidence(0, 20), evidence(10, 30)];
    const marked = segmentsOf(text, [first, second]).map(({ quotes }) => quotes);
    expect(marked).toEqual([[quoteId(first)], [quoteId(first), quoteId(second)], [quoteId(second)], []]);
  });

  it('loses no character and lets each quote begin once, whatever the quotes', () => {
    const span = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => evidence(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (quotes) => {
        const segments = segmentsOf(text, quotes);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        const begins = segments.flatMap((segment) => segment.begins);
        const shown = quotes.filter(({ start, end }) => start < Math.min(end, text.length));
        expect(begins.sort()).toEqual([...new Set(shown.map(quoteId))].sort());
      }),
    );
  });
});

it('shortens a quote at a word', () => {
  expect(excerpt('short enough')).toBe('short enough');
  const long = 'The Platform team held that nothing in this was worth the time of anyone at all.';
  expect(excerpt(long, 30)).toBe('The Platform team held that…');
  expect(excerpt('x'.repeat(100), 30)).toHaveLength(30);
});
