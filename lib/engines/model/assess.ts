import { z } from 'zod';
import type { Assessment, CriterionAssessment, ReplyAssessment } from '#lib/domain/assessment.ts';
import { type Criterion, commonCriteria, criteriaOf, ownCriteria } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { type CandidateTurn, exchanges, mainAnswer, type Transcript } from '#lib/domain/transcript.ts';
import { screen } from '../embedded/screening.ts';
import type { AssessOptions, Engine } from '../engine.ts';
import type { ModelCaller } from './call.ts';
import { gradeGroup } from './grade-answer.ts';
import { createLimit, type Limit } from './parallel.ts';
import { loadPrompt, type Prompt } from './prompts.ts';
import type { QuotedTurn } from './quotes.ts';
import { rateReply } from './rate-reply.ts';

interface Dependencies {
  caller: ModelCaller;
  embedded: Engine;
  samples: number;
  /** Requests at once. */
  parallel: number;
}

/**
 * Reads a transcript with a model: the ten criteria of the main answer in two groups, and each reply, side by side. Facts,
 * contradictions, flags and spans are the embedded engine's, which also says what is no part of the story and is cut out
 * before a model reads it. What has no story, or none that can be read, is not put before a model.
 * @throws BarRaiserError model_*: a reading that failed has no scores at all.
 */
export async function assessByModel(
  transcript: Transcript,
  scenario: Scenario,
  options: AssessOptions,
  { caller, embedded, samples, parallel }: Dependencies,
): Promise<Assessment> {
  const base = await embedded.assess(transcript, scenario, options);
  const turn = mainAnswer(transcript);
  if (!turn) return { ...base, engine: caller.id };
  const answer = quoted(turn);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const asking = { caller, limit: createLimit(parallel) };
  const reading: Reading = { base, answer, scenario, options, samples, signal, engine: caller.id };
  const criteria = criteriaOf(scenario.principle);
  const work = [...criteriaWork(reading, asking), ...replyWork(transcript, reading, asking)];
  const total = work.length;
  let done = 0;
  try {
    const parts = await Promise.all(
      work.map(async ({ about, run }) => {
        const part = await run();
        done += 1;
        options.onProgress?.({ done, of: total, criteria: about });
        return part;
      }),
    );
    const scored = new Map(parts.flatMap((part) => part.criteria).map((entry) => [entry.criterion, entry]));
    const replies = new Map(parts.flatMap((part) => part.replies).map((reply) => [reply.turnId, reply]));
    return {
      ...base,
      engine: caller.id,
      criteria: criteria.map((criterion) => required(scored.get(criterion), criterion)),
      replies: base.replies.map((reply) => required(replies.get(reply.turnId), reply.turnId)),
      provenance: [...new Set(work.flatMap(({ prompt }) => prompt ?? []))].map(({ id, version, hash }) => ({
        model: caller.id,
        prompt: id,
        version,
        hash,
      })),
    };
  } finally {
    // When one part fails, nobody reads the others.
    stop.abort();
  }
}

interface Reading {
  base: Assessment;
  answer: QuotedTurn;
  scenario: Scenario;
  options: AssessOptions;
  samples: number;
  signal: AbortSignal;
  engine: string;
}

interface Work {
  about: readonly Criterion[];
  /** null where no model is asked. */
  prompt: Prompt | null;
  run: () => Promise<{ criteria: CriterionAssessment[]; replies: ReplyAssessment[] }>;
}

interface Asking {
  caller: ModelCaller;
  limit: Limit;
}

const schemaObject = z.record(z.string(), z.unknown());

function criteriaWork(reading: Reading, asking: Asking): Work[] {
  const { base, answer, scenario, options, samples, signal, engine } = reading;
  const { principle } = scenario;
  const gated = base.flags.includes('no_story') || base.flags.includes('unsupported_language');
  const before = options.previous;
  const known = before?.engine === engine && before.answerTurnId === answer.id ? before.criteria : null;
  const settled = gated || answer.screened.trim() === '' ? base.criteria : known;
  const groups = [
    { id: 'grader-common', criteria: commonCriteria, variant: null },
    { id: 'grader-own', criteria: ownCriteria[principle], variant: principle },
  ] as const;
  return groups.map(({ id, criteria, variant }): Work => {
    const prompt = loadPrompt(id);
    if (settled) {
      const entries = settled.filter(({ criterion }) => criteria.some((own) => own === criterion));
      return {
        about: criteria,
        prompt: settled === known ? prompt : null,
        run: async () => ({ criteria: entries, replies: [] }),
      };
    }
    const returns = schemaObject.parse(
      variant ? schemaObject.parse(prompt.returns)[variant] : prompt.returns,
    );
    const input = {
      prompt,
      returns,
      criteria,
      scenario,
      rubric: options.rubric,
      answer,
      signals: base,
      samples,
      interviewId: options.interviewId ?? null,
      signal,
    };
    return {
      about: criteria,
      prompt,
      run: async () => ({ criteria: await gradeGroup(input, asking), replies: [] }),
    };
  });
}

function replyWork(transcript: Transcript, reading: Reading, asking: Asking): Work[] {
  const { base, answer, scenario, options, signal, engine } = reading;
  const known = options.previous?.engine === engine ? options.previous.replies : [];
  return exchanges(transcript).map((exchange, index, all): Work => {
    const reply = quoted(exchange.reply);
    const unread = base.replies.find(({ turnId }) => turnId === reply.id);
    const before = known.find(({ turnId }) => turnId === reply.id);
    // A reply without words that can be read says the same to every reader.
    const settled = unread && (reply.screened.trim() === '' || unread.rating === null) ? unread : before;
    if (settled) return { about: [], prompt: null, run: async () => ({ criteria: [], replies: [settled] }) };
    const prompt = loadPrompt('reply-rating');
    const input = {
      prompt,
      scenario,
      rubric: options.rubric,
      exchange,
      earlier: all.slice(0, index).map((one) => ({
        question: one.question.text,
        reply: screen(one.reply.text).text,
      })),
      answer,
      reply,
      interviewId: options.interviewId ?? null,
      signal,
    };
    return {
      about: [],
      prompt,
      run: async () => ({ criteria: [], replies: [await rateReply(input, asking)] }),
    };
  });
}

function quoted({ id, text }: CandidateTurn): QuotedTurn {
  return { id, text, screened: screen(text).text };
}

function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new RangeError(`Nothing was read for ${name}.`);
  return value;
}
