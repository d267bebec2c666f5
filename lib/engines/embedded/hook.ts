import type { FactName } from '#lib/domain/fact.ts';
import type { QuestionMove } from '#lib/domain/move.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { scoredTurns, type Transcript } from '#lib/domain/transcript.ts';
import { criterionCues } from './criterion-cues.ts';
import { readFacts } from './facts.ts';
import { quotable } from './quotable.ts';
import { countWords, splitSentences } from './sentences.ts';

/** Facts that a question about the criterion can be hung on, the nearest first. */
const near: Partial<Record<Criterion, readonly FactName[]>> = {
  scope: ['assigned_by_manager', 'other_team'],
  ownership: ['colleagues_helped', 'other_team', 'launched'],
  specificity: ['launched'],
  metric: ['measured', 'launched'],
  impact: ['measured', 'launched'],
  durability: ['launched', 'measured'],
  reflection: ['own_proposal_lost'],
  dissent: ['resistance'],
  commit: ['own_proposal_lost', 'decision_made'],
  initiative: ['other_team', 'assigned_by_manager'],
  long_term: ['launched', 'measured'],
  obstacles: ['deadline', 'resistance'],
  delivered: ['deadline', 'launched'],
};

export interface Hook {
  turnId: string;
  quote: string;
}

/**
 * What a question may be hung on, the best first. A documented probe that presupposes facts hangs on those alone;
 * any other question on the move's own phrase, then on facts near its criterion, then on a clause that sounds like it.
 * @param given the move's phrase as a whole clause
 */
export function hooksFor(
  move: QuestionMove,
  given: Hook | null,
  transcript: Transcript,
  scenario: Scenario,
): Hook[] {
  const facts = readFacts(scoredTurns(transcript));
  const told = (names: readonly FactName[]): Hook[] =>
    names
      .flatMap((name) => facts.find((fact) => fact.name === name)?.evidence ?? [])
      .filter(({ quote }) => isWhole(quote));
  const needs = scenario.follow_ups.find(({ id }) => id === move.followUpId)?.needs ?? [];
  if (needs.length > 0) return told(needs);
  const criterion = move.aims[0] ?? 'specificity';
  return [...(given ? [given] : []), ...told(near[criterion] ?? []), ...cued(criterion, transcript)];
}

/** Clauses of the story, then of the replies, that sound like what the criterion asks for. */
function cued(criterion: Criterion, transcript: Transcript): Hook[] {
  return scoredTurns(transcript).flatMap(({ id, text }) =>
    splitSentences(text).flatMap((sentence): Hook[] => {
      const quote = quotable(sentence.text);
      return quote !== null && criterionCues[criterion].test(quote) ? [{ turnId: id, quote }] : [];
    }),
  );
}

/** A fact's clause is worth quoting when most of it can be: else the part that tells the fact may be cut off. */
function isWhole(clause: string): boolean {
  return countWords(quotable(clause) ?? '') >= 0.5 * countWords(clause);
}
