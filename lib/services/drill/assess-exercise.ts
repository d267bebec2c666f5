import type { Assessment } from '#lib/domain/assessment.ts';
import { withCheckedEvidence } from '#lib/domain/checked-assessment.ts';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';
import type { Exercise, ProbeExercise } from '#lib/domain/drill/exercise.ts';
import type { ExerciseResult } from '#lib/domain/drill/result.ts';
import { scoreFlaw } from '#lib/domain/drill/score-flaw.ts';
import { scoreNumbers } from '#lib/domain/drill/score-numbers.ts';
import { scoreProbe } from '#lib/domain/drill/score-probe.ts';
import { scoreQuiz } from '#lib/domain/drill/score-quiz.ts';
import { scoreRewrite } from '#lib/domain/drill/score-rewrite.ts';
import { exchangeAbout, replyTurnId, telling } from '#lib/domain/drill/transcript.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Story } from '#lib/domain/story/story.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import type { ServiceContext } from '../context.ts';
import { assessSection } from './assess-section.ts';

export type Grader = Pick<ServiceContext, 'reader' | 'library'>;

export interface ExerciseMaterial {
  exercise: Exercise;
  scenario: Scenario;
  /** The person's own story it is drawn from. */
  story: Story | null;
}

/**
 * What came of an answer: read by the embedded engine where words have to be read, which costs nothing and takes
 * milliseconds. @throws BarRaiserError bad_request for an answer of the wrong type.
 */
export async function assessExercise(
  grader: Grader,
  material: ExerciseMaterial,
  answer: ExerciseAnswer,
): Promise<ExerciseResult> {
  const { exercise, scenario } = material;
  const { rubric } = grader.library;
  if (answer.type === 'choice' && exercise.kind === 'quiz') return scoreQuiz(exercise, answer.option);
  if (answer.type === 'marks' && exercise.kind === 'flaw') return scoreFlaw(exercise, answer.marks);
  if (answer.type !== 'text') throw wrongType();
  const { text } = answer;
  switch (exercise.kind) {
    case 'section':
      return assessSection(grader, { ...material, exercise }, answer);
    case 'probe':
      return assessProbe(grader, exercise, scenario, text);
    case 'rewrite':
      return scoreRewrite(exercise, text, await readTelling(grader, scenario, text), rubric);
    case 'numbers':
      return scoreNumbers(text, await readTelling(grader, scenario, text), rubric);
    default:
      throw wrongType();
  }
}

async function assessProbe(
  grader: Grader,
  { task, key }: ProbeExercise,
  scenario: Scenario,
  reply: string,
): Promise<ExerciseResult> {
  const { aims, followUpId } = key;
  const transcript = exchangeAbout(scenario.question, task.told, {
    asked: task.asked,
    aims,
    followUpId,
    reply,
  });
  const assessment = await read(grader, scenario, transcript);
  const rated = assessment.replies.find(({ turnId }) => turnId === replyTurnId) ?? null;
  const untouched = await readTelling(grader, scenario, task.told);
  // What is noticed in the story alone is nothing the reply did.
  const raised = assessment.flags.filter((flag) => !untouched.flags.includes(flag));
  return scoreProbe(rated, raised, grader.library.rubric, assessment.engine);
}

/** What the embedded engine reads in one telling, its quotes checked. */
export function readTelling(grader: Grader, scenario: Scenario, text: string): Promise<Assessment> {
  return read(grader, scenario, telling(scenario.question, text));
}

async function read(grader: Grader, scenario: Scenario, transcript: Transcript): Promise<Assessment> {
  const { rubric, scenarios: library } = grader.library;
  const assessment = await grader.reader.assess(transcript, scenario, { rubric, library, omitFacts: true });
  return withCheckedEvidence(assessment, transcript);
}

function wrongType(): BarRaiserError {
  return new BarRaiserError('bad_request', 'This is no answer to this kind of exercise.');
}
