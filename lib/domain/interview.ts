import { withCheckedEvidence } from './checked-assessment.ts';
import { countedSeconds } from './clock.ts';
import { BarRaiserError } from './errors.ts';
import type { InterviewEvent } from './interview-event.ts';
import {
  type EventOf,
  emptyInterview,
  type InterviewContext,
  type InterviewState,
} from './interview-state.ts';
import { buildLedger } from './ledger.ts';
import { metaMove, openingMove } from './meta-move.ts';
import { recogniseMeta } from './meta-turn.ts';
import { isCounted, type MetaKind, type Move } from './move.ts';
import { chooseMove } from './probe-policy.ts';
import { withReread } from './reread.ts';
import { type BarRaiserTurn, type CandidateTurn, mainAnswer } from './transcript.ts';

type Step = { state: InterviewState; moves: Move[] };

function setupOf(state: InterviewState): EventOf<'opened'> {
  if (!state.setup) throw new BarRaiserError('internal', 'The interview was never opened.');
  return state.setup;
}

function refuseUnlessOpen(state: InterviewState): void {
  if (state.phase === 'closing' || state.phase === 'assessed') {
    throw new BarRaiserError('interview_over', 'This interview is over. Start a new one to answer again.');
  }
  if (state.pendingTurn || state.pendingMove) {
    throw new BarRaiserError('turn_in_progress', 'The bar raiser is still answering your last turn.');
  }
}

/** The bar raiser's last question that is to be answered: the last thing said that was not a reply to a meta turn. */
export function openQuestion(state: InterviewState): BarRaiserTurn | null {
  return (
    state.turns.findLast(
      (turn): turn is BarRaiserTurn => turn.speaker === 'bar_raiser' && turn.move.kind !== 'meta',
    ) ?? null
  );
}

function roleOf(meta: MetaKind | null, { expectsStory }: InterviewState): CandidateTurn['role'] {
  if (meta) return 'meta';
  return expectsStory ? 'answer' : 'reply';
}

/**
 * The stored turn as it takes its place in the transcript: what it replies to, whether it is the story, a reply or a
 * meta turn. Throws `internal` when no turn is waiting to be read.
 */
export function placePendingTurn(state: InterviewState): { turn: CandidateTurn; meta: MetaKind | null } {
  const question = openQuestion(state);
  if (!state.pendingTurn || !question) throw new BarRaiserError('internal', 'No turn is waiting to be read.');
  const { turnId: id, text, at, spokenSeconds } = state.pendingTurn;
  const meta = recogniseMeta(text, { storyTold: mainAnswer(state.turns) !== null && !state.expectsStory });
  const role = roleOf(meta, state);
  return { turn: { speaker: 'candidate', id, text, at, spokenSeconds, role, repliesTo: question.id }, meta };
}

function onRead(state: InterviewState, event: EventOf<'read'>, context: InterviewContext): Step {
  if (state.pendingTurn?.turnId !== event.turnId) {
    throw new BarRaiserError('internal', 'Only the turn that is waiting can be read.');
  }
  const { turn } = placePendingTurn(state);
  // The stored reading decides, whatever the recogniser of today would say.
  const turns = [...state.turns, { ...turn, role: roleOf(event.meta, state) }];
  const read: InterviewState = { ...state, turns, pendingTurn: null };
  if (event.meta) return metaMove(read, event.meta, context);
  if (!event.assessment) throw new BarRaiserError('internal', 'A turn that is not meta needs an assessment.');
  const firstReading = withCheckedEvidence(event.assessment, turns);
  const assessment = withReread(firstReading, state.secondReading);
  const setup = setupOf(state);
  const move = chooseMove({
    ...context,
    level: setup.level,
    transcript: turns,
    assessment,
    ledger: buildLedger(assessment, turns),
    timeUp: state.usedSeconds >= setup.budgetSeconds,
  });
  const next = { ...read, firstReading, assessment, expectsStory: false, pendingMove: move };
  return { state: next, moves: [move] };
}

function onSpoken(state: InterviewState, { turnId: id, text, at, move }: EventOf<'spoken'>): InterviewState {
  const turn: BarRaiserTurn = { speaker: 'bar_raiser', id, text, at, move };
  const spoken: InterviewState = { ...state, turns: [...state.turns, turn], pendingMove: null, askedAt: at };
  switch (move.kind) {
    case 'opening':
      return { ...spoken, phase: 'answering' };
    case 'meta':
      return spoken;
    case 'redirect':
      return { ...spoken, phase: 'answering', expectsStory: true, questionsAsked: state.questionsAsked + 1 };
    case 'close':
      return { ...spoken, phase: 'closing', closedBecause: move.because };
    default:
      return {
        ...spoken,
        phase: 'probing',
        questionsAsked: state.questionsAsked + (isCounted(move) ? 1 : 0),
      };
  }
}

function onReread(state: InterviewState, event: EventOf<'reread'>): InterviewState {
  const { firstReading, engineChange } = state;
  const story = mainAnswer(state.turns);
  if (!firstReading || !story || event.assessment.answerTurnId !== story.id || engineChange || state.report) {
    throw new BarRaiserError('internal', 'Only the present story can be read a second time.');
  }
  const secondReading = withCheckedEvidence(event.assessment, state.turns);
  return { ...state, secondReading, assessment: withReread(firstReading, secondReading) };
}

function onEngineChanged(state: InterviewState, { at, engine }: EventOf<'engine_changed'>): InterviewState {
  if (state.report) throw new BarRaiserError('interview_over', 'This interview is read already.');
  if (!state.engines || state.engine === engine) return state;
  return {
    ...state,
    engine,
    engines: { speaking: engine, grading: engine },
    engineChange: { at, from: state.engines, questionsAsked: state.questionsAsked },
    secondReading: null,
    assessment: state.firstReading,
  };
}

function onSelfVoted(state: InterviewState, { vote }: EventOf<'self_voted'>): InterviewState {
  if (state.phase !== 'closing' && state.phase !== 'assessed') {
    throw new BarRaiserError('interview_open', 'The vote on yourself comes after the interview.');
  }
  if (state.selfVote) throw new BarRaiserError('already_voted', 'You have voted on this interview already.');
  return { ...state, selfVote: { vote } };
}

function onRedone(state: InterviewState, { result }: EventOf<'redone'>): InterviewState {
  if (!state.report)
    throw new BarRaiserError('not_assessed', 'The debrief of this interview is not ready yet.');
  if (state.redo) throw new BarRaiserError('already_redone', 'The one redo of this interview is used.');
  return { ...state, redo: result };
}

function afterPause({ askedAt, pausedAt }: InterviewState, at: number): number | null {
  return askedAt === null || pausedAt === null ? askedAt : askedAt + Math.max(at - pausedAt, 0);
}

function apply(state: InterviewState, event: InterviewEvent, context: InterviewContext): Step {
  switch (event.type) {
    case 'opened': {
      if (state.setup) throw new BarRaiserError('internal', 'The interview is open already.');
      const move = openingMove(event, context);
      const engines = event.engines ?? { speaking: event.engine, grading: event.engine };
      const opened = { ...state, setup: event, engine: event.engine, engines, lastAt: event.at };
      return { state: { ...opened, pendingMove: move }, moves: [move] };
    }
    case 'answered': {
      refuseUnlessOpen(state);
      const clientTurnIds = { ...state.clientTurnIds, [event.turnId]: event.clientTurnId };
      const spokenWords = event.words
        ? { ...state.spokenWords, [event.turnId]: event.words }
        : state.spokenWords;
      return { state: { ...state, pendingTurn: event, clientTurnIds, spokenWords }, moves: [] };
    }
    case 'read':
      return onRead(state, event, context);
    case 'spoken':
      return { state: onSpoken(state, event), moves: [] };
    case 'reread':
      return { state: onReread(state, event), moves: [] };
    case 'reread_failed':
      return { state, moves: [] };
    case 'engine_changed':
      return { state: onEngineChanged(state, event), moves: [] };
    case 'paused':
      refuseUnlessOpen(state);
      return { state: { ...state, pausedAt: event.at }, moves: [] };
    case 'resumed':
      // The answer under way is timed as if the pause had not been.
      return { state: { ...state, pausedAt: null, askedAt: afterPause(state, event.at) }, moves: [] };
    case 'ended': {
      refuseUnlessOpen(state);
      const wording = context.script.close.ended;
      const move: Move = { kind: 'close', because: 'ended', reason: 'The candidate ended it.', wording };
      return { state: { ...state, pendingMove: move }, moves: [move] };
    }
    case 'self_voted':
      return { state: onSelfVoted(state, event), moves: [] };
    case 'assessed': {
      if (state.phase !== 'closing')
        throw new BarRaiserError('interview_open', 'The interview is still going on.');
      const { report, assessment: final } = event;
      const assessment = final ? withCheckedEvidence(final, state.turns) : state.assessment;
      return { state: { ...state, phase: 'assessed', report, assessment }, moves: [] };
    }
    case 'redone':
      return { state: onRedone(state, event), moves: [] };
  }
}

/**
 * One step of the interview: pure. The state is what all events so far make of it; `moves` is what the bar raiser is
 * to do next (none or one). An event that does not fit the state throws a BarRaiserError and changes nothing.
 */
export function advance(state: InterviewState, event: InterviewEvent, context: InterviewContext): Step {
  // What nobody said or did in the interview takes none of its time.
  if (event.type === 'reread' || event.type === 'reread_failed' || event.type === 'engine_changed') {
    return apply(state, event, context);
  }
  const running = state.phase !== 'closing' && state.phase !== 'assessed';
  const passed =
    state.setup && running && state.pausedAt === null ? countedSeconds(state.lastAt, event.at) : 0;
  const timed = { ...state, usedSeconds: state.usedSeconds + passed, lastAt: event.at };
  // Whatever is said takes the clock up again.
  const pausedAt = event.type === 'resumed' ? state.pausedAt : null;
  return apply({ ...timed, pausedAt }, event, context);
}

/** The state after these events, from nothing. */
export function replay(events: readonly InterviewEvent[], context: InterviewContext): InterviewState {
  return events.reduce((state, event) => advance(state, event, context).state, emptyInterview());
}

export { emptyInterview, type InterviewContext, type InterviewState } from './interview-state.ts';
