import type { Database } from '#lib/db/client.ts';
import { ownerTables } from '#lib/db/owned.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import { events, loopEvents, storyUses, storyVersions } from '#lib/db/schema.ts';

/** A sentence that stands in everything a person wrote, to be looked for afterwards. */
export const secretWords = 'Nightjar lost four hundred thousand euros';

export interface Filled {
  ownerId: string;
  /** Milliseconds since the epoch: when all of it was touched last. */
  at: number;
  /** Tells apart what could clash: exercises, parts, days. */
  tag: string;
  lastReview?: number;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** One row in every table that belongs to an owner, and in those that hang on them. */
export async function fillOwner(database: Database, filled: Filled): Promise<void> {
  const { ownerId, at, tag, lastReview = at } = filled;
  const [interviewId, storyId, answerId] = [`i-${ownerId}`, `s-${ownerId}`, `a-${ownerId}`];
  const card = { due: at, stability: 1, difficulty: 1, scheduledDays: 1, reps: 1, lapses: 0, state: 2 };
  await ensureOwner(database, { id: ownerId, at });
  const rows = {
    interviews: {
      id: interviewId,
      ownerId,
      scenarioId: 'have-backbone-unpopular-opinion',
      level: 'sde2',
      mode: 'typed',
      phase: 'probing',
      createdAt: at,
      updatedAt: at,
      candidateTurns: 1,
      selfVoteGiven: false,
    },
    loops: { id: `l-${ownerId}`, ownerId, createdAt: at, updatedAt: at },
    stories: {
      id: storyId,
      ownerId,
      version: 1,
      createdAt: at,
      updatedAt: at,
      content: { title: secretWords },
    },
    studyMarks: { ownerId, scenarioId: 'have-backbone-unpopular-opinion', part: tag, at },
    drillAnswers: { ownerId, id: answerId, exerciseId: tag, storyId, at, answer: { text: secretWords } },
    drillReviews: { ownerId, answerId, exerciseId: tag, at, score: 1, grade: 'good' },
    drillCards: { ownerId, exerciseId: tag, storyId, due: at, card: { ...card, lastReview } },
    practiceDays: { ownerId, day: day(at), exercises: 2, seconds: 60 },
    usage: {
      ownerId,
      interviewId,
      at,
      purpose: 'speech',
      model: 'openai:x',
      promptId: 'p',
      promptVersion: 1,
      promptHash: 'h',
      inputTokens: 70,
      outputTokens: 30,
      counted: true,
      milliseconds: 5,
      outcome: 'completed',
    },
  } satisfies { [Name in keyof typeof ownerTables]: (typeof ownerTables)[Name]['$inferInsert'] };
  await database.insert(ownerTables.interviews).values(rows.interviews);
  await database
    .insert(events)
    .values({ interviewId, sequence: 1, type: 'answered', at, payload: { text: secretWords } });
  await database.insert(ownerTables.loops).values(rows.loops);
  await database.insert(loopEvents).values({
    loopId: `l-${ownerId}`,
    sequence: 1,
    type: 'self_voted',
    at,
    payload: { type: 'self_voted', at, vote: 'hire' },
  });
  await database.insert(ownerTables.stories).values(rows.stories);
  await database.insert(storyVersions).values({ storyId, version: 1, at, content: { title: secretWords } });
  await database.insert(storyUses).values({ storyId, interviewId });
  await database.insert(ownerTables.studyMarks).values(rows.studyMarks);
  await database.insert(ownerTables.drillAnswers).values(rows.drillAnswers);
  await database.insert(ownerTables.drillReviews).values(rows.drillReviews);
  await database.insert(ownerTables.drillCards).values(rows.drillCards);
  await database.insert(ownerTables.practiceDays).values(rows.practiceDays);
  await database.insert(ownerTables.usage).values(rows.usage);
}
