import { findScenario, loadLibrary } from '#lib/content/library.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Move } from '#lib/domain/move.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { AssessOptions, SpeakOptions } from '#lib/engines/engine.ts';
import { createModelCaller } from '#lib/engines/model/model-caller.ts';
import { createModelEngine } from '#lib/engines/model/model-engine.ts';
import { resolveModel } from '#lib/engines/model/provider.ts';
import { readModelSettings, type Variables } from '#lib/engines/model/settings.ts';
import { type Sleep, systemSleep } from '#lib/engines/model/stall.ts';
import { createMemoryUsageStore } from '#lib/engines/model/usage.ts';
import type { SpeechStatistics } from '#lib/engines/speech-statistics.ts';
import type { Behaviour } from './behaviour.ts';
import { type SeenRequest, say, sayJson } from './behaviour.ts';
import { askedCriteria } from './interviewer.ts';

const library = loadLibrary();
export const scenario = findScenario(library, 'hbdc');

export const story =
  'In March I saw that the nightly export of our billing service lost 412 rows a week. Nobody had asked me to look. I told the platform lead that I disagreed with the plan to ignore it, and brought the counts. He said no twice. I wrote the fix, tested it on a copy for a week and helped to roll it out. By May the loss was zero, and finance stopped its manual checks, two hours a week.';

/** The opening and the story, then questions with their replies. */
export function told(answer: string = story, ...exchanges: { move: Move; reply: string }[]): Transcript {
  const opening = { kind: 'opening', reason: 'test', wording: scenario.question } as const;
  const candidate = { speaker: 'candidate', at: 0, spokenSeconds: null } as const;
  return [
    { speaker: 'bar_raiser', id: 'b0', text: scenario.question, at: 0, move: opening },
    { ...candidate, id: 'c0', text: answer, role: 'answer', repliesTo: 'b0' },
    ...exchanges.flatMap(
      ({ move, reply }, index): Transcript => [
        { speaker: 'bar_raiser', id: `b${index + 1}`, text: move.wording, at: 0, move },
        { ...candidate, id: `c${index + 1}`, text: reply, role: 'reply', repliesTo: `b${index + 1}` },
      ],
    ),
  ];
}

export const gap: Move = {
  kind: 'gap',
  reason: 'Reflection is open and holds the SDE2 vote back most.',
  wording: 'What would you do differently if you were in that situation again?',
  aims: ['reflection'],
  followUpId: 'different',
  phrase: null,
};

/** An engine on one scripted server, with short times; pauses of 2 to 20 seconds are noted and not waited for. */
export function engineOn(url: string, variables: Variables = {}, provider = 'openai-compatible') {
  const settings = readModelSettings({
    MODEL: `${provider}:scripted`,
    OPENAI_BASE_URL: url,
    OPENAI_API_KEY: 'scripted',
    MODEL_STALL_SECONDS: '1.5',
    ...variables,
  });
  const choice = settings.grading ?? settings.speaking;
  if (!choice) throw new Error('The test names no model.');
  const usage = createMemoryUsageStore();
  const log: string[] = [];
  const pauses: number[] = [];
  const sleep: Sleep = async (milliseconds, signal) => {
    if (milliseconds < 2000 || milliseconds > 20_000) return systemSleep(milliseconds, signal);
    pauses.push(milliseconds);
  };
  const model = resolveModel(choice, settings);
  const caller = createModelCaller(model, {
    settings,
    usage,
    clock: Date.now,
    sleep,
    retry: { attempts: 3, firstWait: 5, longestWait: 20_000 },
    log: (line) => log.push(line),
  });
  const engine = createModelEngine({
    speaking: settings.speaking && caller,
    grading: settings.grading && caller,
    embedded: createEmbeddedEngine(),
    samples: settings.samples,
    parallel: model.capabilities.parallel,
    clock: Date.now,
    sleep,
  });
  const assess = (
    transcript: Transcript = told(),
    options: Partial<AssessOptions> = {},
  ): Promise<Assessment> =>
    engine.assess(transcript, scenario, { rubric: library.rubric, library: library.scenarios, ...options });
  const speak = async (
    move: Move = gap,
    transcript: Transcript = told(),
    options: Partial<SpeakOptions> = {},
  ) => {
    const pieces: string[] = [];
    const statistics: SpeechStatistics[] = [];
    const words = engine.speak(move, transcript, scenario, {
      level: 'sde2',
      random: () => 0.5,
      onStatistics: (one) => statistics.push(one),
      ...options,
    });
    let fault: BarRaiserError | null = null;
    try {
      for await (const piece of words) pieces.push(piece);
    } catch (error) {
      if (!BarRaiserError.isInstance(error)) throw error;
      fault = error;
    }
    return { pieces, text: pieces.join(''), fault, statistics: statistics[0] };
  };
  return { engine, assess, speak, usage, log, pauses };
}

export interface Grade {
  evidence: string[];
  why: string;
  score: unknown;
}

/** A grade with words that stand in the story. */
export const grade = (score: unknown, ...evidence: string[]): Grade => ({
  evidence,
  why: 'as scripted',
  score,
});

export const replyGrade = (rating: string, evidence: string[], change: Record<string, unknown> = {}) => ({
  evidence,
  why: 'as scripted',
  evades: false,
  disowns: false,
  rating,
  criteria: {},
  ...change,
});

/** Grades every criterion as told; a reply as strong. */
export function grades(
  of: (criterion: string) => Grade,
  reply?: object,
): (request: SeenRequest) => Behaviour {
  return (request) => {
    const asked = askedCriteria(request);
    if (asked.length === 0) return reply ? sayJson(reply) : say('no grading was asked for');
    return sayJson(Object.fromEntries(asked.map((criterion) => [criterion, of(criterion)])));
  };
}
