import { z } from 'zod';

/** A verbatim quote of the candidate: `text.slice(start, end) === quote` for the text of turn `turnId` (UTF-16 units). */
export const evidenceSchema = z.strictObject({
  turnId: z.string(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Folds what a faithful quotation may change: compatibility forms (NFKC), runs of white space, quote marks. */
function foldCluster(cluster: string): string {
  return cluster
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u2032`\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u2033\u00AB\u00BB]/g, '"');
}

interface Folded {
  text: string;
  /** For every UTF-16 unit of `text`: where its source cluster starts and ends in the original. */
  starts: number[];
  ends: number[];
}

function fold(original: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  for (const match of original.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const piece = /^\s/u.test(match[0]) ? ' ' : foldCluster(match[0]);
    folded.text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
  }
  return folded;
}

/**
 * Finds a quote in a text after folding both, and returns its offsets in the text as it stands (UTF-16 units), or
 * null where the words are not there. The first place counts. Case is not folded: a quote is verbatim.
 */
export function locateQuote(quote: string, text: string): { start: number; end: number } | null {
  const needle = fold(quote.trim()).text;
  if (needle === '') return null;
  const haystack = fold(text);
  const at = haystack.text.indexOf(needle);
  const start = haystack.starts[at];
  const end = haystack.ends[at + needle.length - 1];
  return at < 0 || start === undefined || end === undefined ? null : { start, end };
}

/** Whether two stretches of the same text have a character in common. `end` is exclusive. */
export function overlaps(
  one: Pick<Evidence, 'start' | 'end'>,
  other: Pick<Evidence, 'start' | 'end'>,
): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether two quotes have words of the same turn in common. */
export function sharesWords(one: Evidence, other: Evidence): boolean {
  return one.turnId === other.turnId && overlaps(one, other);
}

/** The evidence as it stands in the turn it names: offsets kept when exact, found again otherwise, null if absent. */
export function verifyEvidence(
  evidence: Evidence,
  turns: readonly { id: string; text: string }[],
): Evidence | null {
  const turn = turns.find(({ id }) => id === evidence.turnId);
  if (!turn) return null;
  if (turn.text.slice(evidence.start, evidence.end) === evidence.quote) return evidence;
  const found = locateQuote(evidence.quote, turn.text);
  return found && { turnId: turn.id, quote: turn.text.slice(found.start, found.end), ...found };
}
