import type { EngineParts } from '#lib/domain/engine-parts.ts';
import type { Spent } from '#lib/domain/usage.ts';

/** An engine as a sentence names it. */
export function engineName(id: string): string {
  return id === 'embedded' ? 'the embedded engine' : id;
}

/** Which engine speaks and which grades, in a few words. */
export function engineLine({ speaking, grading }: EngineParts): string {
  const speaker = speaking === 'embedded' ? 'The embedded engine' : speaking;
  return speaking === grading
    ? `${speaker} speaks and grades`
    : `${speaker} speaks, ${engineName(grading)} grades`;
}

/** What was spent, in words: tokens, and the estimated cost as far as prices are known. */
export function spentWords({ tokens, dollars, unpriced }: Spent): string {
  const cost = dollars > 0 || unpriced === 0 ? `, about ${dollarWords(dollars)}` : '';
  const unknown = unpriced > 0 ? ` (the price of ${unpriced} requests is not known)` : '';
  return `${tokens.toLocaleString('en')} tokens${cost}${unknown}`;
}

export function dollarWords(dollars: number): string {
  return `$${dollars.toFixed(dollars > 0 && dollars < 0.1 ? 4 : 2)}`;
}

/** A budget in words; null where nothing is limited. */
export function budgetWords(budget: { tokens: number | null; dollars: number | null }): string | null {
  const parts = [
    ...(budget.tokens === null ? [] : [`${budget.tokens.toLocaleString('en')} tokens`]),
    ...(budget.dollars === null ? [] : [dollarWords(budget.dollars)]),
  ];
  return parts.length > 0 ? parts.join(' and ') : null;
}
