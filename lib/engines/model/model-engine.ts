import type { Report } from '#lib/domain/report-schema.ts';
import { speechSentences } from '#lib/domain/speech-sentences.ts';
import type { Engine } from '../engine.ts';
import { assessByModel } from './assess.ts';
import type { ModelCaller } from './call.ts';
import { commentRedo, type RedoComment, type RedoInput } from './compare-redo.ts';
import { speakByModel } from './speak.ts';
import { isSpokenByModel } from './speech-prompt.ts';
import type { Sleep } from './stall.ts';
import { type DebriefInput, writeDebrief } from './write-debrief.ts';

export interface ModelEngineParts {
  /** null: the embedded engine does it. */
  speaking: ModelCaller | null;
  grading: ModelCaller | null;
  embedded: Engine;
  samples: number;
  /** Requests for one reading at once. */
  parallel: number;
  clock: () => number;
  sleep: Sleep;
}

/** An engine of which at least one part is a model, and which says so. */
export interface ModelEngine extends Engine {
  readonly speakingId: string;
  readonly gradingId: string;
  /** The debrief in a reader's words. @throws BarRaiserError model_*; the report as it was given stays whole. */
  writeDebrief(input: DebriefInput): Promise<Report>;
  /** What a redo gained and lacks; null where the embedded engine reads. @throws BarRaiserError model_*. */
  commentRedo(input: RedoInput): Promise<RedoComment | null>;
}

/** Whether an engine is one of these; the embedded one has no words of its own for a debrief. */
export function isModelEngine(engine: Engine): engine is ModelEngine {
  return 'writeDebrief' in engine;
}

/** A bar raiser that speaks with one model and reads with the same or another. What to ask and how to vote stays in code. */
export function createModelEngine(parts: ModelEngineParts): ModelEngine {
  const { speaking, grading, embedded, samples, parallel, clock, sleep } = parts;
  const speakingId = speaking?.id ?? embedded.id;
  const gradingId = grading?.id ?? embedded.id;
  return {
    id: speakingId === gradingId ? speakingId : `${speakingId} + ${gradingId}`,
    speakingId,
    gradingId,
    writeDebrief: async (input) => (grading ? writeDebrief(input, grading) : input.report),
    commentRedo: async (input) => (grading ? commentRedo(input, grading) : null),
    assess: (transcript, scenario, options) =>
      grading
        ? assessByModel(transcript, scenario, options, { caller: grading, embedded, samples, parallel })
        : embedded.assess(transcript, scenario, options),
    speak: (move, transcript, scenario, options) => {
      if (!speaking) return embedded.speak(move, transcript, scenario, options);
      if (isSpokenByModel(move))
        return speakByModel(move, transcript, scenario, options, { caller: speaking, clock, sleep });
      // A question that is repeated is repeated as it was asked, which the embedded engine knows how to do.
      return move.kind === 'meta'
        ? embedded.speak(move, transcript, scenario, options)
        : sayFixed(move.wording);
    },
  };
}

async function* sayFixed(wording: string): AsyncGenerator<string> {
  for (const [index, sentence] of speechSentences(wording).entries()) {
    yield index === 0 ? sentence : ` ${sentence}`;
  }
}
