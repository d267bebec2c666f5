import { type Evidence, locateQuote } from '#lib/domain/evidence.ts';

/** A candidate's turn as it stands, and what the screening left of it, with the same offsets. */
export interface QuotedTurn {
  id: string;
  text: string;
  screened: string;
}

/** More than two quotes for one score are none. */
const quotesAtMost = 2;

/**
 * The quotes a model gave, as evidence with offsets in the turn as it stands. Dropped are words that are not there, that
 * were cut out as no part of the story, or that run across such a cut.
 */
export function locateQuotes(quotes: readonly string[], { id, text, screened }: QuotedTurn): Evidence[] {
  const found = quotes.flatMap((given) => {
    const place = locateQuote(given, screened) ?? locateQuote(bare(given), screened);
    if (!place) return [];
    const quote = text.slice(place.start, place.end);
    return quote === screened.slice(place.start, place.end) ? [{ turnId: id, quote, ...place }] : [];
  });
  return found
    .filter(
      ({ start, end }, index) => found.findIndex((one) => one.start === start && one.end === end) === index,
    )
    .slice(0, quotesAtMost);
}

/** Without the marks and dots that are put around a quotation. */
function bare(quote: string): string {
  return quote.trim().replace(/^(?:["'“‘«]|\.{3}|…|\s)+|(?:["'”’»]|\.{3}|…|\s)+$/gu, '');
}
