import type { Principle } from '#lib/domain/principle.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import type { Section } from '#lib/domain/section.ts';

/**
 * section: tell one part of a story against its clock · probe: answer one follow-up question · flaw: mark the words that
 * sink a weak answer · quiz: choose · rewrite: "I, not we" · numbers: add what was measured and what it was worth.
 */
export const exerciseKinds = ['section', 'probe', 'flaw', 'quiz', 'rewrite', 'numbers'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

interface Common {
  /** Kind, source and part, joined by dots: stays the same as long as they do, whatever is edited in the words. */
  id: string;
  principle: Principle;
  /** The interview question it practises for. */
  question: string;
  /** The scenario it is drawn from, or that the person's own story is read against. */
  scenarioId: string;
  /** The person's own story it is drawn from. */
  story: { id: string; title: string } | null;
  /** Seconds it is planned with in a session, reading the task included. */
  targetSeconds: number;
}

/** What the person sees before answering (`task`), and what is shown beside the answer afterwards (`key`). */
type Kind<K extends ExerciseKind, Task, Key> = Common & { kind: K; task: Task; key: Key };

export type SectionExercise = Kind<
  'section',
  {
    section: Section;
    clockSeconds: number;
    coaching: string;
    /** The section as it stands in the person's own story; null where the story is to be found first. */
    present: string | null;
  },
  { strong: string; keyPhrases: string[]; mistake: string }
>;

export type ProbeExercise = Kind<
  'probe',
  {
    asked: string;
    /** The story the question is about: the published one, or the person's own. */
    told: string;
  },
  {
    probes: string;
    aims: Criterion[];
    followUpId: string | null;
    weak: { reply: string; why: string } | null;
    strong: { reply: string; keyPhrase: string } | null;
  }
>;

export type FlawExercise = Kind<
  'flaw',
  { text: string; flawCount: number },
  { flaws: { quote: string; why: string }[]; barRaiserThinks: string }
>;

export type QuizExercise = Kind<
  'quiz',
  { asked: string; options: string[] },
  { answer: number; explanation: string }
>;

interface Passage {
  passage: string;
  /** What there is to know about the story; null for the person's own, who knows it. */
  facts: string | null;
}
export type RewriteExercise = Kind<'rewrite', Passage, { example: string | null }>;
export type NumbersExercise = Kind<'numbers', Passage, { example: string | null }>;

export type Exercise =
  | SectionExercise
  | ProbeExercise
  | FlawExercise
  | QuizExercise
  | RewriteExercise
  | NumbersExercise;

type WithoutKey<E> = E extends Exercise ? Omit<E, 'key'> : never;
/** An exercise as it is put before the person. */
export type ExerciseTask = WithoutKey<Exercise>;

/** The exercise without what would give the answer away. */
export function taskOf(exercise: Exercise): ExerciseTask {
  const { key: _, ...task } = exercise;
  return task;
}
