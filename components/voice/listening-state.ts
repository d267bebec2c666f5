import type { RecogniserEvent, VoiceProblem } from './recogniser.ts';

/** What the page knows of listening. Times in milliseconds since the epoch. */
export interface Listening {
  /** The person wants to be heard; `on`: the microphone is open. */
  wanted: boolean;
  on: boolean;
  /** Words that may still change. */
  interim: string;
  level: number;
  /** Recordings that are not yet words. */
  unwritten: number;
  problem: { kind: VoiceProblem; detail: string | null } | null;
  /** When it was opened, and when there was last a sign that it hears. */
  openedAt: number;
  signAt: number;
  heardSomething: boolean;
}

export const notListening: Listening = {
  wanted: false,
  on: false,
  interim: '',
  level: 0,
  unwritten: 0,
  problem: null,
  openedAt: 0,
  signAt: 0,
  heardSomething: false,
};

export type ListeningAction = { at: number } & (
  | RecogniserEvent
  | { type: 'wanted'; on: boolean }
  /** The person typed: a sign of life, like a sound. */
  | { type: 'typed' }
);

/** What cannot be cured by going on: listening ends with it. */
const final = new Set<VoiceProblem>([
  'not-allowed',
  'no-microphone',
  'microphone-busy',
  'network',
  'language',
  'stopped',
]);

export function listeningReducer(state: Listening, action: ListeningAction): Listening {
  const { at } = action;
  switch (action.type) {
    case 'wanted':
      return {
        ...state,
        wanted: action.on,
        problem: action.on && state.problem?.kind !== 'untranscribed' ? null : state.problem,
        signAt: at,
      };
    case 'listening':
      return action.on
        ? { ...state, on: true, openedAt: state.on ? state.openedAt : at, signAt: at, heardSomething: false }
        : { ...state, on: false, level: 0 };
    case 'interim':
      return action.text === ''
        ? { ...state, interim: '' }
        : { ...state, interim: action.text, signAt: at, heardSomething: true };
    case 'heard':
      return { ...state, signAt: at, heardSomething: true };
    case 'voice':
    case 'typed':
      return { ...state, signAt: at };
    case 'level':
      return action.speaking
        ? { ...state, level: action.level, signAt: at, heardSomething: true }
        : { ...state, level: action.level };
    case 'unwritten': {
      const failed = state.problem?.kind === 'untranscribed';
      return { ...state, unwritten: action.count, problem: failed ? null : state.problem };
    }
    case 'problem':
      return {
        ...state,
        wanted: final.has(action.problem) ? false : state.wanted,
        on: final.has(action.problem) ? false : state.on,
        problem: { kind: action.problem, detail: action.detail },
      };
  }
}

/** Milliseconds after which it is said that nothing was heard so far. */
const nothingAfter = 12_000;

/** Whether the microphone is open and gives nothing: the wrong one, a muted one, or a recogniser that says nothing. */
export function hearsNothing({ on, heardSomething, openedAt }: Listening, now: number): boolean {
  return on && !heardSomething && now - openedAt >= nothingAfter;
}
