import type { Assessment } from './assessment.ts';
import type { SpokenWord } from './delivery/spoken-word.ts';
import type { EngineParts } from './engine-parts.ts';
import type { InterviewEvent } from './interview-event.ts';
import type { Phase } from './interview-view.ts';
import type { InterviewerScript } from './interviewer-script.ts';
import type { CloseReason, Move } from './move.ts';
import type { RedoResult, Report } from './report-schema.ts';
import type { Rubric } from './rubric.ts';
import type { Scenario } from './scenario.ts';
import type { Turn } from './transcript.ts';
import type { Verdict } from './verdict.ts';

export type EventOf<T extends InterviewEvent['type']> = Extract<InterviewEvent, { type: T }>;

/** What the machine needs to know beside the events: the material of the interview, none of it changing. */
export interface InterviewContext {
  scenario: Scenario;
  rubric: Rubric;
  script: InterviewerScript;
}

export interface InterviewState {
  phase: Phase;
  setup: EventOf<'opened'> | null;
  /** What was said and read, in order. */
  turns: Turn[];
  /** The turn of the browser that each candidate turn came from: turn id -> client turn id. */
  clientTurnIds: Record<string, string>;
  /** When the words of a turn were said, by turn id. Kept apart from the turns: nothing that scores can read them. */
  spokenWords: Record<string, readonly SpokenWord[]>;
  /** Stored, not yet read. */
  pendingTurn: EventOf<'answered'> | null;
  /** Chosen, not yet spoken. */
  pendingMove: Move | null;
  /** The latest checked assessment of the present story, corrected by the second reading where there is one. */
  assessment: Assessment | null;
  /** The same, as it was first read. */
  firstReading: Assessment | null;
  /** What a second reader read of the present story so far. */
  secondReading: Assessment | null;
  /** The engine that goes on with the interview: the one it was opened with, or the one it was changed to. */
  engine: string | null;
  engines: EngineParts | null;
  /** When the candidate chose to go on without the engine that the interview was opened with. */
  engineChange: { at: number; from: EngineParts; questionsAsked: number } | null;
  /** The next words of the candidate start a story anew. */
  expectsStory: boolean;
  /** The candidate asked for another story once already. */
  changedStory: boolean;
  questionsAsked: number;
  usedSeconds: number;
  lastAt: number;
  /** The clock stands; null while it runs. */
  pausedAt: number | null;
  /** When the last question was put. */
  askedAt: number | null;
  closedBecause: CloseReason | null;
  selfVote: { vote: Verdict | null } | null;
  report: Report | null;
  redo: RedoResult | null;
}

export function emptyInterview(): InterviewState {
  return {
    phase: 'opening',
    setup: null,
    turns: [],
    clientTurnIds: {},
    spokenWords: {},
    pendingTurn: null,
    pendingMove: null,
    assessment: null,
    firstReading: null,
    secondReading: null,
    engine: null,
    engines: null,
    engineChange: null,
    expectsStory: true,
    changedStory: false,
    questionsAsked: 0,
    usedSeconds: 0,
    lastAt: 0,
    pausedAt: null,
    askedAt: null,
    closedBecause: null,
    selfVote: null,
    report: null,
    redo: null,
  };
}
