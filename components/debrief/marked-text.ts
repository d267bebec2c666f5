import type { Evidence } from '#lib/domain/evidence.ts';
import type { Report } from '#lib/domain/report-schema.ts';

/** A stretch of a turn that carries the same quotes throughout. */
export interface Segment {
  text: string;
  start: number;
  /** Quotes that hold this stretch. */
  quotes: string[];
  /** Those of them that begin here: the place one jumps to. */
  begins: string[];
}

/** The id a quote has in the transcript. */
export function quoteId({ turnId, start, end }: Pick<Evidence, 'turnId' | 'start' | 'end'>): string {
  return `q-${turnId}-${start}-${end}`;
}

/**
 * A turn's text cut wherever a quote begins or ends, in order and complete: the texts joined are the text. Quotes may
 * overlap; offsets are UTF-16 units; a quote that reaches beyond the text is cut to it, an empty one is left out.
 */
export function segmentsOf(text: string, quotes: readonly Evidence[]): Segment[] {
  const spans = quotes
    .map((quote) => ({ id: quoteId(quote), start: quote.start, end: Math.min(quote.end, text.length) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const holding = spans.filter((span) => span.start <= start && span.end >= end);
    return {
      text: text.slice(start, end),
      start,
      quotes: [...new Set(holding.map(({ id }) => id))],
      begins: [...new Set(holding.filter((span) => span.start === start).map(({ id }) => id))],
    };
  });
}

/** Every quote the debrief shows, each place once. */
export function quotesOf(report: Report): Evidence[] {
  const all = [
    ...[...report.pros, ...report.cons, ...report.unknowns].flatMap(({ evidence }) => evidence),
    ...report.criteria.flatMap(({ evidence, against }) => [...evidence, ...against]),
    ...report.probes.flatMap(({ evidence }) => evidence),
    ...(report.weakest?.words ?? []),
  ];
  return [...new Map(all.map((quote) => [quoteId(quote), quote])).values()];
}

/** The first words of a quote, for a line that only points at it: whole words, at most `limit` characters. */
export function excerpt(quote: string, limit = 70): string {
  const flat = quote.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const cut = flat.lastIndexOf(' ', limit - 1);
  return `${flat.slice(0, cut > limit / 2 ? cut : limit - 1)}…`;
}
