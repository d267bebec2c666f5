import { z } from 'zod';
import { findScenario, type Library } from '#lib/content/library.ts';
import type { Assessment, Flag, Rating } from '#lib/domain/assessment.ts';
import { countedValue, withCheckedEvidence } from '#lib/domain/checked-assessment.ts';
import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { type Explanation, explain } from '#lib/domain/explanation.ts';
import { gapOrder } from '#lib/domain/gap.ts';
import type { GapWeights } from '#lib/domain/gap-weights.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import { neutralWording } from '#lib/domain/premises.ts';
import type { Criterion, Score } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Turn } from '#lib/domain/transcript.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import { type Vote, vote } from '#lib/domain/verdict.ts';
import type { VerdictWeights } from '#lib/domain/verdict-weights.ts';
import type { Engine } from '#lib/engines/engine.ts';

/** One line in: unknown keys are passed over, follow-ups may be absent, an empty answer is an answer. */
export const gradeInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  answer: z.string(),
  followups: z.array(z.object({ probe: z.string(), reply: z.string() })).default([]),
});
export type GradeInput = z.infer<typeof gradeInputSchema>;

export interface Grade {
  id: string | number;
  engine: string;
  scores: Partial<Record<Criterion, Score | null>>;
  evidence: Partial<Record<Criterion, { quote: string; start: number; end: number }[]>>;
  verdict: Record<Level, Vote>;
  probe_first: Criterion;
  followups: (Rating | null)[];
  flags: Flag[];
  /** Criteria not yet checked against rated answers, and with them the verdict; absent where there are none. */
  unvalidated?: Criterion[];
  /** Asked for by `explain`: each score in the rubric's words. */
  explain?: Partial<Record<Criterion, ExplainedScore>>;
}

/** A score with the words it rests on, those that speak against it, what was found, and what the next score up would need. */
export interface ExplainedScore extends Explanation {
  score: Score | null;
  quotes: string[];
  /** Where the score is 0, 1 or withheld; empty where no words speak against it. */
  against: string[];
}

export interface GradeFailure {
  id: string | number | null;
  error: { code: ErrorCode; message: string };
}

interface GradeContext {
  engine: Engine;
  library: Library;
  /** Other numbers than the product's for the vote and the order of gaps: for evaluations that must not have seen the answer. */
  numbers?: { verdict: VerdictWeights; gap: GapWeights };
  /** Adds to every grade what explains its scores. */
  explain?: boolean;
}

/**
 * Grades answers given as JSON lines, one line out for each line in, in order; empty lines are passed over. A line that
 * cannot be graded becomes an error of the closed set and stops nothing.
 */
export async function* gradeLines({
  context,
  lines,
}: {
  context: GradeContext;
  lines: AsyncIterable<string>;
}): AsyncIterable<Grade | GradeFailure> {
  for await (const line of lines) {
    if (line.trim() !== '') yield await gradeLine(context, line);
  }
}

async function gradeLine(context: GradeContext, line: string): Promise<Grade | GradeFailure> {
  const value = parseJson(line);
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value).data?.id ?? null;
  try {
    if (value === undefined) throw new BarRaiserError('bad_json', 'The line is no JSON.');
    const input = gradeInputSchema.safeParse(value);
    if (!input.success)
      throw new BarRaiserError('bad_request', z.prettifyError(input.error), { cause: input.error });
    return await gradeAnswer({ context, input: input.data });
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    return { id, error: { code: error.code, message: error.message } };
  }
}

/**
 * Grades one answer as the gold labels do: scores and verdict from the main answer alone, a rating for each reply.
 * @throws BarRaiserError unknown_scenario for a question the library does not have.
 */
export async function gradeAnswer({
  context,
  input,
}: {
  context: GradeContext;
  input: GradeInput;
}): Promise<Grade> {
  const { assessment, scenario } = await assessAnswer({ context, input });
  const expected = Object.fromEntries(
    assessment.criteria.map((entry) => [entry.criterion, countedValue(entry)]),
  );
  const withheld = assessment.criteria
    .filter(({ score }) => score === null)
    .map(({ criterion }) => criterion);
  const { principle } = scenario;
  const { numbers } = context;
  const unvalidated = unvalidatedCriteria(principle);
  const voteAt = (level: Level) =>
    vote({
      ...{ expected, flags: assessment.flags, principle, level, withheld },
      ...(numbers ? { fitted: numbers.verdict } : {}),
    }).vote;
  const [first] = gapOrder(expected, principle, 'sde2', numbers?.gap);
  if (!first) throw new RangeError(`${principle} has no criteria.`);
  return {
    id: input.id,
    engine: assessment.engine,
    scores: Object.fromEntries(assessment.criteria.map(({ criterion, score }) => [criterion, score])),
    evidence: Object.fromEntries(
      assessment.criteria.map(({ criterion, evidence }) => [
        criterion,
        evidence.map(({ quote, start, end }) => ({ quote, start, end })),
      ]),
    ),
    verdict: { sde1: voteAt(levels[0]), sde2: voteAt(levels[1]), senior: voteAt(levels[2]) },
    probe_first: first,
    followups: input.followups.map(
      (_, index) => assessment.replies.find(({ turnId }) => turnId === replyId(index))?.rating ?? null,
    ),
    flags: assessment.flags,
    ...(unvalidated.length > 0 ? { unvalidated } : {}),
    ...(context.explain ? { explain: explainAll(assessment, context.library) } : {}),
  };
}

function explainAll({ criteria }: Assessment, { rubric }: Library): NonNullable<Grade['explain']> {
  return Object.fromEntries(
    criteria.map((entry): [Criterion, ExplainedScore] => [
      entry.criterion,
      {
        score: entry.score,
        ...explain(entry, rubric),
        quotes: entry.evidence.map(({ quote }) => quote),
        against: (entry.against ?? []).map(({ quote }) => quote),
      },
    ]),
  );
}

/** What the engine reads in an answer and its replies, with every quote checked. */
export async function assessAnswer({
  context: { engine, library },
  input,
}: {
  context: GradeContext;
  input: GradeInput;
}): Promise<{ assessment: Assessment; scenario: Scenario }> {
  const scenario = findScenario(library, input.question);
  const transcript = transcriptOf(input, scenario);
  const assessment = await engine.assess(transcript, scenario, {
    rubric: library.rubric,
    library: library.scenarios,
    omitFacts: true,
  });
  return { assessment: withCheckedEvidence(assessment, transcript), scenario };
}

const replyId = (index: number) => `reply-${index}`;

/** The interview an answer and its replies stand for: the scenario's question, the answer, each probe with its reply. */
function transcriptOf({ answer, followups }: GradeInput, scenario: Scenario): Turn[] {
  const candidate = (id: string, text: string, role: 'answer' | 'reply', repliesTo: string): Turn => ({
    speaker: 'candidate',
    id,
    text,
    at: 0,
    spokenSeconds: null,
    role,
    repliesTo,
  });
  const opening: Turn = {
    speaker: 'bar_raiser',
    id: 'opening',
    text: scenario.question,
    at: 0,
    move: { kind: 'opening', reason: 'graded without an interview', wording: scenario.question },
  };
  const probes = followups.flatMap(({ probe, reply }, index): Turn[] => {
    const asked = scenario.follow_ups.find(({ id }) => id === probe.slice(probe.lastIndexOf('.') + 1));
    // Grading reads no facts, so that the scenario's stand-ins fill the slots.
    const wording = asked ? neutralWording(asked, []) : probe;
    return [
      {
        speaker: 'bar_raiser',
        id: `probe-${index}`,
        text: wording,
        at: 0,
        move: {
          kind: 'probe',
          reason: 'graded without an interview',
          wording,
          aims: asked?.covers ?? [],
          followUpId: asked?.id ?? null,
          phrase: null,
        },
      },
      candidate(replyId(index), reply, 'reply', `probe-${index}`),
    ];
  });
  return [opening, candidate('answer', answer, 'answer', 'opening'), ...probes];
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
