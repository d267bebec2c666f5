import { z } from 'zod';
import { ratingSchema } from '#lib/domain/assessment.ts';
import { type Criterion, criterionSchema, scoreSchema } from '#lib/domain/rubric.ts';

const quotesSchema = z.array(z.string().min(1));

const workedAnswerSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  scores: z.partialRecord(criterionSchema, scoreSchema),
  evidence: z.partialRecord(
    criterionSchema,
    z.union([z.string().transform((quote) => [quote]), quotesSchema]),
  ),
  why: z
    .partialRecord(criterionSchema, z.string())
    .optional()
    .describe('where it covers what is graded, the example is shown in the form of the answer'),
});
export type WorkedAnswer = z.infer<typeof workedAnswerSchema>;

const workedReplySchema = z.strictObject({
  id: z.string(),
  probe: z.string(),
  question: z.string(),
  reply: z.string(),
  rating: ratingSchema,
  read: z
    .strictObject({
      evidence: quotesSchema,
      why: z.string(),
      evades: z.boolean(),
      disowns: z.boolean(),
      criteria: z.partialRecord(
        criterionSchema,
        z.strictObject({ evidence: quotesSchema, why: z.string(), score: scoreSchema }),
      ),
    })
    .optional()
    .describe('our reading of the whole reply; the rating alone comes from the training data'),
});
export type WorkedReply = z.infer<typeof workedReplySchema>;

/** Answers and replies with a reader's scores, shown to the graders (prompts/worked-examples.yaml). */
export const workedExamplesSchema = z.strictObject({
  answers: z.array(workedAnswerSchema),
  replies: z.array(workedReplySchema),
});
export type WorkedExamples = z.infer<typeof workedExamplesSchema>;

/**
 * A worked answer as a grader reads it: the words, then what each criterion gets. With a reason for every criterion it is
 * written in the form that is asked for, otherwise in short.
 */
export function showAnswer(example: WorkedAnswer, criteria: readonly Criterion[]): string {
  const { answer, why } = example;
  const whole = why !== undefined && criteria.every((criterion) => why[criterion] !== undefined);
  return `Answer:\n${answer.trim()}\nGraded:\n${whole ? asAnswered(example, criteria) : inShort(example, criteria)}`;
}

function asAnswered({ scores, evidence, why = {} }: WorkedAnswer, criteria: readonly Criterion[]): string {
  const lines = criteria.map((criterion) => {
    const score = scores[criterion] ?? 0;
    return [criterion, score > 0 ? evidence[criterion] : [], why[criterion], score] as const;
  });
  return formed(
    lines.map(([criterion, quotes = [], reason = '', score]) => entry(criterion, quotes, reason, score)),
  );
}

function inShort({ scores, evidence }: WorkedAnswer, criteria: readonly Criterion[]): string {
  const scored = criteria.filter((criterion) => (scores[criterion] ?? 0) > 0);
  const absent = criteria.filter((criterion) => !scored.includes(criterion));
  const lines = scored.map((criterion) => {
    const quotes = (evidence[criterion] ?? []).map((quote) => JSON.stringify(quote)).join(' + ');
    return `- ${criterion}: ${quotes} -> ${scores[criterion]}`;
  });
  return [...lines, ...(absent.length > 0 ? [`- nothing: ${absent.join(', ')} -> 0`] : [])].join('\n');
}

/** A worked reply as a rater reads it, in the form that is asked for where it was read whole. */
export function showReply({ question, reply, rating, read }: WorkedReply): string {
  const asked = `Question: ${question}\nReply: ${reply.trim()}`;
  if (!read) return `${asked}\nRating: ${rating}`;
  const { evidence, why, evades, disowns, criteria } = read;
  const scored = Object.entries(criteria).map(([criterion, grade]) =>
    entry(criterion, grade.evidence, grade.why, grade.score),
  );
  const rated = JSON.stringify({ evidence, why, evades, disowns, rating: String(rating) }).slice(1, -1);
  return `${asked}\nRated:\n{${rated},\n"criteria":${formed(scored)}}`;
}

function entry(criterion: string, evidence: readonly string[], why: string, score: number): string {
  return `"${criterion}":${JSON.stringify({ evidence, why, score: String(score) })}`;
}

/** One criterion a line, so that it can be read by people too. */
function formed(entries: readonly string[]): string {
  return `{${entries.join(',\n')}}`;
}
