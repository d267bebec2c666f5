import type { ErrorCode } from '#lib/domain/errors.ts';
import type { SpeechProblem } from '#lib/domain/speech-problem.ts';

/** How an utterance of a model came about; counted, and shown in the developer view. Holds no words. */
export interface SpeechStatistics {
  model: string;
  prompt: { id: string; version: number; hash: string };
  /** Times the model was asked for words: 1, or 2 when the rest was worded anew. */
  attempts: number;
  /** Whether the neutral wording was said in the end, or in place of the rest. */
  fellBack: boolean;
  /** What the speech check found in the sentences that were not shown. */
  problems: SpeechProblem[];
  /** What failed on the way, shown words or not. */
  fault: ErrorCode | null;
  /** Milliseconds to the first sentence that was shown; null when none was. */
  firstSentenceAfter: number | null;
}
