import type { Level } from '#lib/domain/level.ts';
import type { LevelVote } from '#lib/domain/report-schema.ts';
import type { Verdict, Vote } from '#lib/domain/verdict.ts';
import { disagreements, type QuestionReport } from './disagreements.ts';
import type { DebriefedQuestion, LoopDebrief, ReusedStory } from './loop-debrief-schema.ts';
import { movingChanges } from './moving-changes.ts';
import { recommend } from './recommendation.ts';
import { storyOverlap, type ToldStory } from './story-overlap.ts';

/** A question of the loop with all that its own debrief knows. */
export interface AnsweredQuestion extends QuestionReport {
  interviewId: string;
  announced: boolean;
  /** null where no story was told. */
  story: ToldStory | null;
}

/**
 * The joint debrief of a loop from the debriefs of its questions: pure, nothing in it but what they hold. Questions that
 * were never asked, or are deleted, are only counted.
 */
export function buildLoopDebrief({
  level,
  selfVote,
  questions,
  notAsked,
  deleted,
}: {
  level: Level;
  selfVote: Verdict | null;
  questions: readonly AnsweredQuestion[];
  notAsked: number;
  deleted: number;
}): LoopDebrief {
  const votes = questions.map(({ report }) => report.votes[level]);
  const recommendation = recommend(votes.map(({ vote }) => vote));
  return {
    version: 1,
    level,
    selfVote,
    recommendation,
    leaning: leans(votes, recommendation.vote),
    questions: questions.map((question) => debriefed(question, level)),
    notAsked,
    deleted,
    principles: perPrinciple(questions, level),
    disagreements: disagreements(questions),
    changes: movingChanges(questions, level),
    reused: reusedStories(questions),
  };
}

/** Whether one leaning vote, counted as its neighbour, would make another recommendation. */
function leans(votes: readonly LevelVote[], now: Vote): boolean {
  return votes.some(
    ({ leaning, closeTo }, index) =>
      leaning &&
      closeTo !== null &&
      recommend(votes.map(({ vote }, at) => (at === index ? closeTo : vote))).vote !== now,
  );
}

function debriefed(
  { position, interviewId, interviewer, announced, report }: AnsweredQuestion,
  level: Level,
): DebriefedQuestion {
  const { question, principle, summary, engine, unvalidated } = report;
  return {
    ...{ position, interviewId, question, principle, interviewer, announced, summary, engine },
    vote: report.votes[level],
    unvalidated: unvalidated.length > 0,
  };
}

function perPrinciple(questions: readonly AnsweredQuestion[], level: Level): LoopDebrief['principles'] {
  const principles = [...new Set(questions.map(({ report }) => report.principle))];
  return principles.map((principle) => ({
    principle,
    votes: questions
      .filter(({ report }) => report.principle === principle)
      .map(({ position, report }) => {
        const { vote, leaning } = report.votes[level];
        return { position, vote, leaning };
      }),
  }));
}

function reusedStories(questions: readonly AnsweredQuestion[]): ReusedStory[] {
  return questions.flatMap((one, index) =>
    questions.slice(index + 1).flatMap((other): ReusedStory[] => {
      const overlap = one.story && other.story && storyOverlap(one.story, other.story);
      if (!overlap) return [];
      const { words, marks, quotes } = overlap;
      return [{ positions: [one.position, other.position], words, marks, quotes: [quotes[0], quotes[1]] }];
    }),
  );
}
