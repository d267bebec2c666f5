import type { Level } from './level.ts';
import { type Principle, principleSchema } from './principle.ts';
import type { Vote } from './verdict.ts';

/** A mock interview that was voted on. */
export interface HeldInterview {
  interviewId: string;
  principle: Principle;
  level: Level;
  vote: Vote;
  /** milliseconds since the epoch */
  at: number;
}

/** Where the bar stands for one principle. */
export interface PrincipleStanding {
  principle: Principle;
  latest: HeldInterview | null;
  held: number;
  /** questions of the library, and how many of them were read to the end */
  questions: number;
  read: number;
  /** the person's own stories that can carry it */
  stories: number;
}

/** Where the bar stands for each of the sixteen principles, in their own order: the latest vote, never the best. */
export function standingOf({
  interviews,
  scenarios,
  readIds,
  stories,
}: {
  interviews: readonly HeldInterview[];
  scenarios: readonly { id: string; principle: Principle }[];
  /** scenarios read to the end */
  readIds: ReadonlySet<string>;
  /** the principles each own story can carry */
  stories: readonly (readonly Principle[])[];
}): PrincipleStanding[] {
  return principleSchema.options.map((principle) => {
    const held = interviews
      .filter((interview) => interview.principle === principle)
      .sort((one, other) => other.at - one.at);
    const questions = scenarios.filter((scenario) => scenario.principle === principle);
    return {
      principle,
      latest: held[0] ?? null,
      held: held.length,
      questions: questions.length,
      read: questions.filter(({ id }) => readIds.has(id)).length,
      stories: stories.filter((carries) => carries.includes(principle)).length,
    };
  });
}
