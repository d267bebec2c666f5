import type { Assessment } from '#lib/domain/assessment.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Move } from '#lib/domain/move.ts';
import type { Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Transcript } from '#lib/domain/transcript.ts';

export interface AssessOptions {
  rubric: Rubric;
  /** The whole library: an answer that recites one of its examples is flagged. */
  library: readonly Scenario[];
  signal?: AbortSignal;
}

export interface SpeakOptions {
  level: Level;
  /** Uniform in [0, 1); the only source of variation, so that a replay says the same words. */
  random: () => number;
  signal?: AbortSignal;
}

/** What assesses and speaks. Never decides what to ask, when to end or how to vote: the domain does. */
export interface Engine {
  readonly id: string;
  assess(transcript: Transcript, scenario: Scenario, options: AssessOptions): Promise<Assessment>;
  /** The bar raiser's next words, sentence by sentence; joined they pass the domain's speech check. */
  speak(move: Move, transcript: Transcript, scenario: Scenario, options: SpeakOptions): AsyncIterable<string>;
}
