import type { InterviewView, ShownTurn } from '#lib/domain/interview-view.ts';

export const opening: ShownTurn = {
  id: 't1',
  speaker: 'bar_raiser',
  text: 'Tell me about a time you raised an unpopular opinion and stood by it.',
  at: 1_000,
  clientTurnId: null,
};

/** An interview whose opening was spoken and nothing answered. */
export function interviewView(changes: Partial<InterviewView> = {}): InterviewView {
  return {
    id: 'interview-1',
    scenarioId: 'have-backbone-unpopular-opinion',
    question: 'Tell me about a time you raised an unpopular opinion and stood by it.',
    principleName: 'Have Backbone; Disagree and Commit',
    level: 'sde2',
    mode: 'typed',
    createdAt: 1_000,
    phase: { phase: 'answering', questionsAsked: 0, questionsAtMost: 6 },
    clock: { budgetSeconds: 1500, usedSeconds: 0, askedAt: 1_000 },
    turns: [opening],
    awaitingReply: false,
    sectionBudgets: [
      { section: 'situation', seconds: 26 },
      { section: 'task', seconds: 17 },
      { section: 'action', seconds: 77 },
      { section: 'result', seconds: 17 },
      { section: 'reflection', seconds: 13 },
    ],
    answerSeconds: [120, 150],
    selfVote: null,
    selfVoteGiven: false,
    redo: null,
    engines: { speaking: 'embedded', grading: 'embedded', changed: null },
    ...changes,
  };
}
