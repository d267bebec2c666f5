import { listStories } from '#lib/db/stories.ts';
import type { UtcOffset } from '#lib/domain/drill/practice-days.ts';
import type { InterviewSummary } from '#lib/domain/interview-view.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import { type PrincipleStanding, standingOf } from '#lib/domain/standing.ts';
import { readSoFar } from '#lib/domain/study-progress.ts';
import { voteSchema } from '#lib/domain/verdict.ts';
import type { ServiceContext } from './context.ts';
import { type DrillProgress, drillProgress } from './drill/drill-progress.ts';
import { listInterviews } from './list-interviews.ts';
import { listScenarios, type ScenarioSummary } from './list-scenarios.ts';
import { interviewsInLoops, listLoops } from './loop/list-loops.ts';
import { readParts } from './study/read-parts.ts';

export interface WhatNext {
  unfinished: InterviewSummary[];
  /** loops that wait for a question, a vote or a decision to go on */
  loops: LoopView[];
  /** a question begun and not read to its end, else the first unread; null when all are read */
  study: { scenario: Pick<ScenarioSummary, 'id' | 'question' | 'principleName'>; begun: boolean } | null;
  drill: Pick<DrillProgress, 'due' | 'secondsToday' | 'exercisesToday'>;
  standing: PrincipleStanding[];
}

/** What to do next, from everything the owner has done so far. */
export async function whatNext({
  context,
  input,
}: {
  context: ServiceContext;
  input: { utcOffset: UtcOffset };
}): Promise<WhatNext> {
  const { database, ownerId } = context;
  const scenarios = listScenarios({ context });
  const [interviews, inLoops, loops, read, stories, progress] = await Promise.all([
    listInterviews({ context }),
    interviewsInLoops({ context }),
    listLoops({ context, input: { atMost: 5 } }),
    readParts({ context }),
    ownerId === null ? [] : listStories(database, ownerId),
    drillProgress({ context, input }),
  ]);
  const soFar = (id: string) => readSoFar(read.get(id) ?? []);
  const begun = scenarios.find(({ id }) => soFar(id) === 'part');
  const unread = begun ?? scenarios.find(({ id }) => soFar(id) === 'none');
  return {
    // A question of a loop is come back to through its loop.
    unfinished: interviews.filter(({ id, vote }) => vote === null && !inLoops.has(id)),
    loops: loops.filter(({ phase }) => phase !== 'debrief'),
    study: unread ? { scenario: unread, begun: begun !== undefined } : null,
    drill: progress,
    standing: standingOf({
      scenarios,
      readIds: new Set(scenarios.map(({ id }) => id).filter((id) => soFar(id) === 'all')),
      stories: stories.map(({ content }) => content.principles),
      interviews: interviews.flatMap(({ id, scenarioId, level, vote, createdAt }) => {
        const scenario = scenarios.find((each) => each.id === scenarioId);
        const given = voteSchema.safeParse(vote);
        return scenario && given.success
          ? [{ interviewId: id, principle: scenario.principle, level, vote: given.data, at: createdAt }]
          : [];
      }),
    }),
  };
}
