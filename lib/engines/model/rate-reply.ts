import type { CriterionAssessment, ReplyAssessment } from '#lib/domain/assessment.ts';
import { asksAboutStory } from '#lib/domain/move.ts';
import type { Criterion, Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Exchange } from '#lib/domain/transcript.ts';
import type { ModelCaller } from './call.ts';
import { type EarlierExchange, replyPrompt } from './grader-prompt.ts';
import { type RawReplyGrade, replyGradeSchema } from './grading-schema.ts';
import { mergeSamples } from './merge-samples.ts';
import type { Limit } from './parallel.ts';
import type { Prompt } from './prompts.ts';
import { locateQuotes, type QuotedTurn } from './quotes.ts';
import { replyReturns } from './reply-returns.ts';

export interface ReplyInput {
  prompt: Prompt;
  scenario: Scenario;
  rubric: Rubric;
  exchange: Exchange;
  /** Screened, in order. */
  earlier: readonly EarlierExchange[];
  answer: QuotedTurn;
  reply: QuotedTurn;
  interviewId: string | null;
  signal: AbortSignal;
}

/**
 * Rates one reply and scores it on what its question aimed at. A rating or score above 0 without a quote that stands in
 * the reply, or an aim without a score, is asked for once more, then withheld (null) or left out. A reply that evades is
 * weak.
 * @throws BarRaiserError model_*.
 */
export async function rateReply(
  input: ReplyInput,
  { caller, limit }: { caller: ModelCaller; limit: Limit },
): Promise<ReplyAssessment> {
  const { exchange, reply, answer } = input;
  const { move } = exchange.question;
  const aims = asksAboutStory(move) ? [...new Set(move.aims)] : [];
  const returns = replyReturns(input.prompt, aims);
  const ask = (again: boolean) =>
    limit(() =>
      caller.generate({
        purpose: 'grading',
        prompt: input.prompt,
        ...replyPrompt(input.prompt, {
          ...input,
          answer: answer.screened,
          reply: reply.screened,
          aims,
          again,
        }),
        temperature: 0,
        interviewId: input.interviewId,
        signal: input.signal,
        returns,
        schema: replyGradeSchema,
      }),
    );
  const first = read(await ask(false), aims, reply);
  return isWhole(first, aims) ? first : read(await ask(true), aims, reply);
}

function read(raw: RawReplyGrade, aims: readonly Criterion[], reply: QuotedTurn): ReplyAssessment {
  const evidence = locateQuotes(raw.evidence, reply);
  const rating = raw.evades ? 0 : raw.rating;
  return {
    turnId: reply.id,
    rating: rating > 0 && evidence.length === 0 ? null : rating,
    refused: raw.evades,
    disowns: raw.disowns,
    criteria: aims.flatMap((criterion): CriterionAssessment[] => {
      const grade = raw.criteria[criterion];
      return grade ? [mergeSamples(criterion, [grade], reply)] : [];
    }),
    evidence,
  };
}

/** Whether every aim is scored, and every rating and score above 0 has its quote; a reply that evades shows nothing. */
function isWhole({ rating, criteria, refused }: ReplyAssessment, aims: readonly Criterion[]): boolean {
  if (refused) return true;
  return rating !== null && criteria.length === aims.length && criteria.every(({ score }) => score !== null);
}
