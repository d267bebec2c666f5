import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { checkSentence } from '#lib/domain/speech-check.ts';
import type { SpeechProblem } from '#lib/domain/speech-problem.ts';
import { mainAnswer, type Transcript } from '#lib/domain/transcript.ts';
import type { SpeakOptions } from '../engine.ts';
import type { ModelCaller } from './call.ts';
import { badOutput, isAbort } from './fault.ts';
import type { PromptText } from './grader-prompt.ts';
import { loadPrompt, stampOf } from './prompts.ts';
import { createSentenceReader } from './sentence-reader.ts';
import { type SpokenMove, speechPrompt } from './speech-prompt.ts';
import type { Sleep } from './stall.ts';

/** Between 0.3 and 0.5 (DESIGN section 4): varied openings, no wandering. */
const temperature = 0.4;
/** The first words, and once more for the rest. */
const attemptsAtMost = 2;
/** Words after the question are dropped; the stream may go on for this long so that its usage is counted. */
const tailMilliseconds = 1500;

type Outcome =
  | { kind: 'said' }
  | { kind: 'unfit'; problems: SpeechProblem[] }
  | { kind: 'failed'; error: unknown; code: ErrorCode | null };

interface Dependencies {
  caller: ModelCaller;
  clock: () => number;
  sleep: Sleep;
}

/**
 * The bar raiser's words for a move, by a model. Streamed and checked sentence by sentence: a sentence is given the moment
 * it is complete and passes. When one fails, what was given stays and the rest is worded once more; when that fails too,
 * the move's neutral wording follows instead.
 * @throws BarRaiserError model_* when the model fails before anything was given.
 */
export async function* speakByModel(
  move: SpokenMove,
  transcript: Transcript,
  scenario: Scenario,
  options: SpeakOptions,
  { caller, clock, sleep }: Dependencies,
): AsyncGenerator<string> {
  const prompt = loadPrompt('bar-raiser');
  const shown: string[] = [];
  const problems: SpeechProblem[] = [];
  const startedAt = clock();
  let firstSentenceAfter: number | null = null;
  let attempts = 0;
  let last: Outcome = { kind: 'unfit', problems: [] };
  const context = { move, transcript, example: publishedExample(scenario) };
  const report = (fellBack: boolean) =>
    options.onStatistics?.({
      model: caller.id,
      prompt: stampOf(prompt),
      attempts,
      fellBack,
      problems,
      fault: last.kind === 'failed' ? last.code : null,
      firstSentenceAfter,
    });

  const show = (sentence: string): string => {
    firstSentenceAfter ??= clock() - startedAt;
    shown.push(sentence);
    return shown.length > 1 ? ` ${sentence}` : sentence;
  };

  async function* attempt(): AsyncGenerator<string, Outcome> {
    const stop = new AbortController();
    const words = caller.stream({
      purpose: 'speech',
      prompt,
      ...fitting(caller, transcript, (leftOut) =>
        speechPrompt(prompt, {
          move,
          transcript,
          scenario,
          level: options.level,
          shown: [...shown],
          problems: attempts > 1 ? [...new Set(problems)] : null,
          leftOut,
          manner: options.manner,
        }),
      ),
      temperature,
      interviewId: options.interviewId ?? null,
      signal: options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal,
    });
    const reader = createSentenceReader();
    const check = (sentence: string, isLast: boolean) =>
      checkSentence(sentence, { ...context, shown, last: isLast });
    try {
      for await (const piece of words) {
        for (const { text, asks } of reader.add(piece)) {
          const found = check(text, asks);
          if (found.length > 0) return { kind: 'unfit', problems: found };
          yield show(text);
          if (asks) {
            await drain(words, stop, sleep);
            return { kind: 'said' };
          }
        }
      }
      const rest = reader.rest();
      const found: SpeechProblem[] = rest === null ? ['empty'] : check(rest, true);
      if (rest === null || found.length > 0) return { kind: 'unfit', problems: found };
      yield show(rest);
      return { kind: 'said' };
    } catch (error) {
      options.signal?.throwIfAborted();
      return { kind: 'failed', error, code: BarRaiserError.isInstance(error) ? error.code : null };
    } finally {
      stop.abort();
      await words.return(undefined);
    }
  }

  while (attempts < attemptsAtMost) {
    attempts += 1;
    last = yield* attempt();
    if (last.kind === 'said') return report(false);
    if (last.kind === 'unfit') problems.push(...last.problems);
    // A stream that broke off is worth a second try; a server that is down, busy or silent is not.
    else if (last.code !== 'model_cut_off') break;
  }
  if (shown.length === 0 && last.kind === 'failed') {
    report(false);
    throw last.error;
  }
  if (shown.length === 0 && problems.every((problem) => problem === 'empty')) {
    report(false);
    throw new BarRaiserError('model_bad_output', badOutput(caller.id));
  }
  yield show(move.wording);
  report(true);
}

/** The latest exchange is what the move is about; it is never left out. */
const turnsKept = 2;

/**
 * The whole prompt, or, for a server that reads little at once, one without the earliest exchanges about the story: as
 * many as have to go. What is asked, and whether it was asked before, does not rest on it; code sees to both.
 */
function fitting(
  caller: ModelCaller,
  transcript: Transcript,
  promptWithout: (leftOut: number) => PromptText,
): PromptText {
  const story = mainAnswer(transcript);
  const turns = story ? transcript.length - transcript.indexOf(story) - 1 : 0;
  let whole = promptWithout(0);
  for (
    let leftOut = 2;
    leftOut <= turns - turnsKept && !caller.fits({ purpose: 'speech', ...whole });
    leftOut += 2
  ) {
    whole = promptWithout(leftOut);
  }
  return whole;
}

/** Takes in what is left of a stream, for so long at most; what it holds or how it ends no longer matters. */
async function drain(words: AsyncGenerator<string>, stop: AbortController, sleep: Sleep): Promise<void> {
  const drained = new AbortController();
  void sleep(tailMilliseconds, drained.signal).then(() => stop.abort());
  try {
    for (let next = await words.next(); !next.done; next = await words.next());
  } catch (error) {
    if (!BarRaiserError.isInstance(error) && !isAbort(error)) throw error;
  } finally {
    drained.abort();
  }
}
