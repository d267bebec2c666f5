import type { Assessment, CriterionAssessment } from '#lib/domain/assessment.ts';
import type { Criterion, Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { ModelCaller } from './call.ts';
import { answerPrompt } from './grader-prompt.ts';
import { gradesSchema, type RawGrade } from './grading-schema.ts';
import { mergeSamples } from './merge-samples.ts';
import type { Limit } from './parallel.ts';
import type { Prompt } from './prompts.ts';
import type { QuotedTurn } from './quotes.ts';

export interface GroupInput {
  prompt: Prompt;
  returns: Readonly<Record<string, unknown>>;
  criteria: readonly Criterion[];
  scenario: Scenario;
  rubric: Rubric;
  answer: QuotedTurn;
  signals: Pick<Assessment, 'contradictions' | 'flags'>;
  samples: number;
  interviewId: string | null;
  signal: AbortSignal;
}

/** One sample is read at the lowest temperature; several must be able to differ. */
const temperatureOf = (samples: number) => (samples > 1 ? 0.4 : 0);

/**
 * Scores the main answer on one group of criteria: `samples` readings, merged; scores that came without a quote that
 * stands in the answer are asked for once more, and withheld when none is found then either.
 * @throws BarRaiserError model_*.
 */
export async function gradeGroup(
  input: GroupInput,
  { caller, limit }: { caller: ModelCaller; limit: Limit },
): Promise<CriterionAssessment[]> {
  const { criteria, samples, answer } = input;
  const ask = (unproven: readonly Criterion[]) =>
    limit(() =>
      caller.generate({
        purpose: 'grading',
        prompt: input.prompt,
        ...answerPrompt(input.prompt, { ...input, answer: answer.screened, unproven }),
        temperature: temperatureOf(samples),
        interviewId: input.interviewId,
        signal: input.signal,
        returns: input.returns,
        schema: gradesSchema(criteria),
      }),
    );
  const read = await Promise.all(Array.from({ length: samples }, () => ask([])));
  const merged = criteria.map((criterion) => mergeSamples(criterion, gradesFor(criterion, read), answer));
  const unproven = merged.filter(({ score }) => score === null).map(({ criterion }) => criterion);
  if (unproven.length === 0) return merged;
  const again = await ask(unproven);
  return merged.map((entry) => {
    if (entry.score !== null) return entry;
    const second = mergeSamples(entry.criterion, gradesFor(entry.criterion, [again]), answer);
    return second.score === null ? entry : { ...second, ...(entry.uncertain ? { uncertain: true } : {}) };
  });
}

function gradesFor(criterion: Criterion, read: readonly Record<string, RawGrade>[]): RawGrade[] {
  return read.flatMap((grades) => grades[criterion] ?? []);
}
