import type { Assessment } from '#lib/domain/assessment.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Move } from '#lib/domain/move.ts';
import type { Criterion, Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import type { SpeechStatistics } from './speech-statistics.ts';

export interface AssessOptions {
  rubric: Rubric;
  /** The whole library: an answer that recites one of its examples is flagged. */
  library: readonly Scenario[];
  /** Grading prints no facts; an engine may leave out reading them. */
  omitFacts?: boolean;
  signal?: AbortSignal;
  /** Whose budget and usage it is, where an engine has any. */
  interviewId?: string;
  /** What the same engine read up to the turn before: an engine that pays for reading need not read that again. */
  previous?: Assessment | null;
  /** Called as parts of the reading are done. */
  onProgress?: (progress: AssessProgress) => void;
}

export interface SpeakOptions {
  level: Level;
  /** Uniform in [0, 1); the only source of variation, so that a replay says the same words. */
  random: () => number;
  signal?: AbortSignal;
  interviewId?: string;
  /** Id of one of a loop's interviewers (content/interviewers), whose manner it is said in. */
  manner?: string;
  /** Called once at the end of an utterance that a model worded, and when it failed. */
  onStatistics?: (statistics: SpeechStatistics) => void;
}

/** How far a reading is: parts done of all, and what the last one was about. */
export interface AssessProgress {
  done: number;
  of: number;
  criteria: readonly Criterion[];
}

/** What assesses and speaks. Never decides what to ask, when to end or how to vote: the domain does. */
export interface Engine {
  readonly id: string;
  assess(transcript: Transcript, scenario: Scenario, options: AssessOptions): Promise<Assessment>;
  /** The bar raiser's next words, sentence by sentence; joined they pass the domain's speech check. */
  speak(move: Move, transcript: Transcript, scenario: Scenario, options: SpeakOptions): AsyncIterable<string>;
}
