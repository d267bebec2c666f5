import { z } from 'zod';
import { ratingSchema } from '#lib/domain/assessment.ts';
import { type Criterion, criterionSchema, scoreSchema } from '#lib/domain/rubric.ts';

const workedAnswerSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  scores: z.partialRecord(criterionSchema, scoreSchema),
  evidence: z.partialRecord(criterionSchema, z.string()),
});
export type WorkedAnswer = z.infer<typeof workedAnswerSchema>;

const workedReplySchema = z.strictObject({
  id: z.string(),
  probe: z.string(),
  question: z.string(),
  reply: z.string(),
  rating: ratingSchema,
});
export type WorkedReply = z.infer<typeof workedReplySchema>;

/** Answers and replies with a reader's scores, shown to the graders (prompts/worked-examples.yaml). */
export const workedExamplesSchema = z.strictObject({
  answers: z.array(workedAnswerSchema),
  replies: z.array(workedReplySchema),
});
export type WorkedExamples = z.infer<typeof workedExamplesSchema>;

/** A worked answer as a grader reads it: the words, then each criterion with its score and what carries it. */
export function showAnswer(
  { answer, scores, evidence }: WorkedAnswer,
  criteria: readonly Criterion[],
): string {
  const graded = criteria.map((criterion) => {
    const quote = evidence[criterion];
    const score = scores[criterion] ?? 0;
    return score > 0 && quote
      ? `- ${criterion}: ${JSON.stringify(quote)} -> ${score}`
      : `- ${criterion}: nothing -> ${score}`;
  });
  return `Answer:\n${answer.trim()}\nGraded:\n${graded.join('\n')}`;
}

export function showReply({ question, reply, rating }: WorkedReply): string {
  return `Question: ${question}\nReply: ${reply.trim()}\nRating: ${rating}`;
}
