import type { Assessment } from './assessment.ts';
import type { InterviewerScript } from './interviewer-script.ts';
import { type Ledger, type LedgerEntry, ledgerValues } from './ledger.ts';
import type { Level } from './level.ts';
import { asksAboutStory, isCounted, type Move, type QuestionMove } from './move.ts';
import type { Criterion, Rubric } from './rubric.ts';
import type { FollowUp, Scenario } from './scenario.ts';
import { type Exchange, exchanges, movesIn, type Transcript } from './transcript.ts';
import { vote } from './verdict.ts';

/** At least this many questions, so that a good first answer is tested too; at most that many, so that it ends. */
export const questionsAtLeast = 3;
export const questionsAtMost = 6;
export const digsPerCriterion = 2;

export interface PolicyInput {
  scenario: Scenario;
  rubric: Rubric;
  script: InterviewerScript;
  level: Level;
  /** Up to and including the candidate's turn that was just read. */
  transcript: Transcript;
  /** A checked assessment of that transcript. */
  assessment: Assessment;
  ledger: Ledger;
  timeUp: boolean;
}

/** What the rules of the policy look at: the input, and what follows from the questions asked so far. */
export interface Board extends PolicyInput {
  asked: Move[];
  counted: number;
  askedWordings: Set<string>;
  told: Exchange[];
  /** Whether the candidate's words can still earn another vote, or too few questions were asked to stop. */
  worthAsking: boolean;
}

function foldWording(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Criteria that a further question may still raise: not solid, not refused, and not dug to the end. */
function isAskable(entry: LedgerEntry): boolean {
  return (entry.status === 'open' || entry.status === 'thin') && entry.askedIn.length <= digsPerCriterion;
}

function canChangeVote({
  ledger,
  scenario: { principle },
  level,
  assessment: { flags },
}: PolicyInput): boolean {
  if (!ledger.entries.some(isAskable)) return false;
  const expected = ledgerValues(ledger);
  const best = { ...expected };
  // An open criterion may change the vote only together with a solid one that a question can still make strong.
  for (const entry of ledger.entries) {
    if (isAskable(entry) || entry.askedIn.length === 0) best[entry.criterion] = 3;
  }
  const now = vote({ expected, flags, principle, level }).vote;
  return vote({ expected: best, flags, principle, level }).vote !== now;
}

export function setBoard(input: PolicyInput): Board {
  const asked = movesIn(input.transcript);
  const counted = asked.filter(isCounted).length;
  return {
    ...input,
    asked,
    counted,
    askedWordings: new Set(asked.map(({ wording }) => foldWording(wording))),
    told: exchanges(input.transcript),
    worthAsking: counted < questionsAtLeast || canChangeVote(input),
  };
}

export function wasAsked(board: Board, wording: string): boolean {
  return board.askedWordings.has(foldWording(wording));
}

export function questionsAsked(board: Board): QuestionMove[] {
  return board.asked.filter(asksAboutStory);
}

/** Documented probes not asked yet, in the scenario's order. */
export function unaskedFollowUps(board: Board): FollowUp[] {
  const used = new Set(questionsAsked(board).map(({ followUpId }) => followUpId));
  return board.scenario.follow_ups.filter(({ id }) => !used.has(id));
}

export function entryOf(board: Board, criterion: Criterion): LedgerEntry | undefined {
  return board.ledger.entries.find((entry) => entry.criterion === criterion);
}
