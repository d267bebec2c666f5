import { sharesWords } from './evidence.ts';
import { gapOrder } from './gap.ts';
import { fillSlots } from './interviewer-script.ts';
import { ledgerValues } from './ledger.ts';
import { levelNames } from './level.ts';
import { type CloseReason, isCounted, type Move } from './move.ts';
import { phraseFor, speaksOfCandidate, volunteeredFor } from './phrase.ts';
import { neutralWording, premiseHolds } from './premises.ts';
import {
  type Board,
  digsPerCriterion,
  entryOf,
  type PolicyInput,
  questionsAsked,
  questionsAtMost,
  setBoard,
  unaskedFollowUps,
  wasAsked,
} from './probe-board.ts';
import { type Criterion, criterionIn } from './rubric.ts';
import type { FollowUp } from './scenario.ts';

type Rule = (board: Board) => Move | null;

function close(board: Board, because: CloseReason, reason: string): Move {
  return { kind: 'close', because, reason, wording: board.script.close[because] };
}

const over: Rule = (board) => {
  if (board.timeUp) return close(board, 'time', 'The time is used up.');
  if (board.told.length >= 2 && board.told.slice(-2).every(({ reply }) => refused(board, reply.id))) {
    return close(board, 'refused', 'Two questions in a row were declined.');
  }
  return board.counted >= questionsAtMost ? close(board, 'limit', 'Six questions were asked.') : null;
};

/** Another story is offered once, and only while there is room left for a question about it. */
export function mayRedirect(asked: readonly Move[]): boolean {
  const roomLeft = asked.filter(isCounted).length < questionsAtMost - 1;
  return roomLeft && asked.every(({ kind }) => kind !== 'redirect');
}

const redirect: Rule = (board) => {
  const language = board.assessment.flags.includes('unsupported_language');
  const latest = board.transcript.at(-1);
  const toldAsStory = latest?.speaker === 'candidate' && latest.role === 'answer';
  if (!toldAsStory || (!language && !board.assessment.flags.includes('no_story'))) return null;
  if (!mayRedirect(board.asked))
    return close(board, 'no_story', 'No story was told, and none was left to offer.');
  const wording = language ? board.script.redirect.unsupported_language : board.script.redirect.no_story;
  return { kind: 'redirect', reason: 'No story that could be followed was told.', wording };
};

const contradiction: Rule = (board) => {
  const { script } = board;
  const asked = new Set(
    board.asked.flatMap((move) =>
      move.kind === 'contradiction' && move.phrase ? [move.phrase.quote + move.other.quote] : [],
    ),
  );
  const found = board.assessment.contradictions.find(
    ({ first, second }) => !asked.has(first.quote + second.quote),
  );
  if (!found) return null;
  const touched = board.assessment.criteria.filter(({ evidence }) =>
    evidence.some((quote) => [found.first, found.second].some((statement) => sharesWords(statement, quote))),
  );
  return {
    kind: 'contradiction',
    reason: `Two statements about ${found.about} do not fit.`,
    wording: fillSlots(script.contradiction[asked.size % script.contradiction.length] ?? '', {
      about: found.about,
      first: found.first.quote,
      second: found.second.quote,
    }),
    aims: touched.length > 0 ? touched.map(({ criterion }) => criterion) : ['specificity'],
    followUpId: null,
    phrase: found.first,
    other: found.second,
  };
};

function refused(board: Board, turnId: string): boolean {
  return board.assessment.replies.some((reply) => reply.turnId === turnId && reply.refused);
}

/**
 * The rubric's own question for a criterion that was not asked yet; each asks from another angle. The first asks for
 * the thing itself, so it is passed over where the candidate has volunteered that.
 */
function ownQuestion(board: Board, criterion: Criterion): string | undefined {
  const { questions } = criterionIn(board.rubric, criterion);
  const open = volunteeredFor(criterion, board.ledger) ? questions.slice(1) : questions;
  return open.find((question) => !wasAsked(board, question));
}

const dig: Rule = (board) => {
  const last = board.told.at(-1);
  if (!last || !('aims' in last.question.move) || !board.worthAsking) return null;
  const rating = board.assessment.replies.find(({ turnId }) => turnId === last.reply.id)?.rating;
  const criterion = last.question.move.aims[0];
  if ((rating !== 0 && !refused(board, last.reply.id)) || criterion === undefined) return null;
  if (entryOf(board, criterion)?.status === 'solid') return null;
  const dug = questionsAsked(board).filter(
    (move) => move.kind === 'dig' && move.aims[0] === criterion,
  ).length;
  const wording = ownQuestion(board, criterion);
  if (dug >= digsPerCriterion || wording === undefined) return null;
  return {
    kind: 'dig',
    angle: dug + 1,
    reason: 'The reply before left the question open.',
    wording,
    aims: [criterion],
    followUpId: null,
    phrase: phraseFor(criterion, board.ledger, board.transcript),
  };
};

function documented(board: Board, followUp: FollowUp, criterion: Criterion) {
  return {
    wording: neutralWording(followUp, board.ledger.facts),
    aims: [criterion, ...followUp.covers.filter((other) => other !== criterion)],
    followUpId: followUp.id,
    // It names the candidate's own facts in its slots; a quote before it would point at something else.
    phrase: null,
  };
}

function askable(board: Board): FollowUp[] {
  return unaskedFollowUps(board).filter(
    (followUp) =>
      premiseHolds(followUp, board.ledger.facts) &&
      !wasAsked(board, neutralWording(followUp, board.ledger.facts)),
  );
}

const gap: Rule = (board) => {
  if (!board.worthAsking) return null;
  const { principle } = board.scenario;
  for (const criterion of gapOrder(ledgerValues(board.ledger), principle, board.level)) {
    const entry = entryOf(board, criterion);
    if (!entry || (entry.status !== 'open' && entry.status !== 'thin') || entry.askedIn.length > 0) continue;
    const found = entry.status === 'open' ? 'had not come up' : 'was thin';
    const reason = `${criterionIn(board.rubric, criterion).name} ${found} until then, and the ${levelNames[board.level]} vote hangs on it most.`;
    const followUp = askable(board)
      .filter(({ covers }) => covers.includes(criterion))
      .sort((a, b) => a.covers.indexOf(criterion) - b.covers.indexOf(criterion))[0];
    if (followUp) return { kind: 'gap', reason, ...documented(board, followUp, criterion) };
    const wording = ownQuestion(board, criterion);
    if (wording === undefined) continue;
    const phrase = phraseFor(criterion, board.ledger, board.transcript);
    return { kind: 'gap', reason, wording, aims: [criterion], followUpId: null, phrase };
  }
  return null;
};

const probe: Rule = (board) => {
  if (!board.worthAsking) return null;
  const standing = ({ covers: [primary] }: FollowUp) => (primary && entryOf(board, primary)?.value) ?? 3;
  const followUp = askable(board).sort((a, b) => standing(a) - standing(b))[0];
  const criterion = followUp?.covers[0];
  if (!followUp || criterion === undefined) return null;
  return {
    kind: 'probe',
    reason: `A follow-up that belongs to this question, about ${criterionIn(board.rubric, criterion).name.toLowerCase()}.`,
    ...documented(board, followUp, criterion),
  };
};

/** Every story meets a documented probe: the last question, or the last before an early close, is kept for one. */
const owedProbe: Rule = (board) => {
  if (questionsAsked(board).some(({ followUpId }) => followUpId !== null)) return null;
  const due = board.counted === questionsAtMost - 1 || !board.worthAsking;
  return due ? probe({ ...board, worthAsking: true }) : null;
};

const depth: Rule = (board) => {
  if (!board.worthAsking) return null;
  const wording = board.script.depth.find((question) => !wasAsked(board, question));
  const threads = board.ledger.entries
    .filter(
      ({ criterion, status }) =>
        status === 'solid' && criterionIn(board.rubric, criterion).section === 'action',
    )
    .filter(({ evidence }) => evidence !== null && speaksOfCandidate(evidence))
    .sort((a, b) => b.value - a.value || a.askedIn.length - b.askedIn.length);
  const pulled = new Set(questionsAsked(board).map(({ phrase }) => phrase?.quote));
  const strongest = threads.find(({ evidence }) => !pulled.has(evidence?.quote)) ?? threads[0];
  if (wording === undefined || !strongest) return null;
  return {
    kind: 'depth',
    reason: `To go deeper where the story is strongest: ${criterionIn(board.rubric, strongest.criterion).name.toLowerCase()}.`,
    wording,
    aims: [strongest.criterion],
    followUpId: null,
    phrase: strongest.evidence,
  };
};

/** In the order of precedence (DESIGN section 4, "Probe policy"; meta turns are answered before the policy is asked). */
const rules: readonly Rule[] = [over, redirect, owedProbe, contradiction, dig, gap, probe, depth];

/**
 * The bar raiser's next move: pure, from the ledger, what was asked and how it was answered, the level and the time.
 * Asks at most six counted questions and none twice; at least three unless two refusals in a row, the time or the
 * lack of a story end it earlier; stops early when nothing open can change the vote.
 */
export function chooseMove(input: PolicyInput): Move {
  const board = setBoard(input);
  for (const rule of rules) {
    const move = rule(board);
    if (move) return move;
  }
  return close(board, 'covered', 'Nothing open can change the vote.');
}
