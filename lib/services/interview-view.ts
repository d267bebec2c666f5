import { findInterviewer } from '#lib/content/interviewers.ts';
import { sectionBudgets } from '#lib/domain/clock.ts';
import type { InterviewView, ShownTurn } from '#lib/domain/interview-view.ts';
import { principleNames } from '#lib/domain/principle.ts';
import type { InterviewLog } from './interview-log.ts';
import { clockOf, phaseOf } from './turn-part.ts';

/** An interview as its owner may see it: what was said, and nothing of how it is read. */
export function viewOf({ record, material, state }: InterviewLog): InterviewView {
  const { scenario } = material;
  const { id, level, mode, createdAt } = record;
  return {
    id,
    scenarioId: scenario.id,
    question: scenario.question,
    principleName: principleNames[scenario.principle],
    level,
    mode,
    createdAt,
    phase: phaseOf(state),
    clock: clockOf(state),
    turns: shownTurns(state),
    awaitingReply: state.pendingTurn !== null || state.pendingMove !== null,
    sectionBudgets: sectionBudgets(scenario, level),
    answerSeconds: scenario.levels[level].target_seconds,
    selfVote: state.selfVote?.vote ?? null,
    selfVoteGiven: state.selfVote !== null,
    redo: state.redo,
    engines: enginesOf(state),
    ...loopOf(state),
  };
}

function loopOf({ setup, pausedAt }: InterviewLog['state']): Pick<InterviewView, 'loop'> {
  if (!setup?.loop) return {};
  const { id, position, of, interviewer } = setup.loop;
  const name = findInterviewer(interviewer)?.name ?? interviewer;
  return { loop: { id, position, of, interviewer: name, paused: pausedAt !== null } };
}

function enginesOf({ engines, engineChange }: InterviewLog['state']): InterviewView['engines'] {
  const { speaking, grading } = engines ?? { speaking: 'embedded', grading: 'embedded' };
  const changed = engineChange && { from: engineChange.from, questionsAsked: engineChange.questionsAsked };
  return { speaking, grading, changed };
}

function shownTurns({ turns, pendingTurn, clientTurnIds }: InterviewLog['state']): ShownTurn[] {
  const said = turns.map(({ id, speaker, text, at }) => ({
    id,
    speaker,
    text,
    at,
    clientTurnId: clientTurnIds[id] ?? null,
  }));
  if (!pendingTurn) return said;
  const { turnId: id, text, at, clientTurnId } = pendingTurn;
  return [...said, { id, speaker: 'candidate', text, at, clientTurnId }];
}
