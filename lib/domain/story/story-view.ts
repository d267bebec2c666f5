import type { Level } from '#lib/domain/level.ts';
import type { Section } from '#lib/domain/section.ts';
import { type Vote, verdictSchema } from '#lib/domain/verdict.ts';
import type { CoverageRow } from './coverage.ts';
import type { CriterionFit, PrincipleFit } from './principle-fit.ts';
import type { Story, StoryVersion } from './story.ts';

/** An interview a story was taken to; the vote once the person has given their own. */
export interface StoryUseView {
  interviewId: string;
  question: string;
  level: Level;
  at: number;
  vote: Vote | null;
}

export interface StoryGrade {
  vote: Vote;
  level: Level;
}

export interface StorySummary {
  story: Story;
  words: number;
  timesUsed: number;
  /** The best vote it got in an interview; null before any. */
  best: StoryGrade | null;
}

export interface StoryBankView {
  stories: StorySummary[];
  coverage: CoverageRow[];
}

/** What the grader reads in a story, principle by principle, the best fitting first. */
export interface StoryReading {
  /** False where there is too little of a story to read. */
  told: boolean;
  principles: PrincipleFit[];
  common: CriterionFit[];
}

export interface StoryView {
  story: Story;
  versions: StoryVersion[];
  uses: StoryUseView[];
  best: StoryGrade | null;
  /** Seconds each section should take when told. */
  targets: Record<Section, number>;
  reading: StoryReading;
}

/** The best of a story's votes: the higher vote, and for the same vote the higher level. */
export function bestGrade(uses: readonly { level: Level; vote: Vote | null }[]): StoryGrade | null {
  const order: readonly string[] = verdictSchema.options;
  const rank = ({ vote, level }: StoryGrade) =>
    order.indexOf(vote) * 10 + ['sde1', 'sde2', 'senior'].indexOf(level);
  const graded = uses.flatMap(({ level, vote }) =>
    vote !== null && order.includes(vote) ? [{ vote, level }] : [],
  );
  return graded.reduce<StoryGrade | null>(
    (best, grade) => (best && rank(best) >= rank(grade) ? best : grade),
    null,
  );
}
