import type { Assessment } from './assessment.ts';
import { countedValue } from './checked-assessment.ts';
import type { Evidence } from './evidence.ts';
import type { Fact } from './fact.ts';
import { interviewScores } from './interview-scores.ts';
import { asksAboutStory } from './move.ts';
import type { Criterion } from './rubric.ts';
import { exchanges, type Transcript } from './transcript.ts';

/** open: nothing there · thin: hinted at (prints as 1) · solid: prints as 2 or 3 · refused: asked and declined. */
export type LedgerStatus = 'open' | 'thin' | 'solid' | 'refused';

export interface LedgerEntry {
  criterion: Criterion;
  status: LedgerStatus;
  /** What the vote counts, 0 to 3, after the replies so far. */
  value: number;
  /** The quote that made it so; null while it is open. */
  evidence: Evidence | null;
  /** Bar raiser turns whose question aimed at it first. */
  askedIn: string[];
}

export interface Ledger {
  entries: LedgerEntry[];
  facts: Fact[];
}

function statusOf(value: number): LedgerStatus {
  if (value >= 1.5) return 'solid';
  return value >= 0.5 ? 'thin' : 'open';
}

/** One entry per criterion of the present story; moved only by the candidate's words. `assessment` is a checked one. */
export function buildLedger(assessment: Assessment, transcript: Transcript): Ledger {
  const told = exchanges(transcript);
  const refusals = new Set(assessment.replies.filter(({ refused }) => refused).map(({ turnId }) => turnId));
  const entries = interviewScores(assessment, transcript).map((scored): LedgerEntry => {
    const asked = told.filter(
      ({ question: { move } }) => asksAboutStory(move) && move.aims[0] === scored.criterion,
    );
    const value = countedValue(scored);
    const status = statusOf(value);
    const lastReply = asked.at(-1)?.reply.id;
    return {
      criterion: scored.criterion,
      status: status !== 'solid' && lastReply !== undefined && refusals.has(lastReply) ? 'refused' : status,
      value,
      evidence: scored.evidence[0] ?? null,
      askedIn: asked.map(({ question }) => question.id),
    };
  });
  return { entries, facts: assessment.facts };
}

/** The counted value of every criterion, as the vote takes it. */
export function ledgerValues(ledger: Ledger): Partial<Record<Criterion, number>> {
  return Object.fromEntries(ledger.entries.map(({ criterion, value }) => [criterion, value]));
}
