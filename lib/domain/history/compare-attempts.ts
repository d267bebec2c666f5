import type { Evidence } from '#lib/domain/evidence.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import type { CriterionReport, LevelVote, Report } from '#lib/domain/report-schema.ts';
import type { Criterion, Score } from '#lib/domain/rubric.ts';

interface Side {
  score: Score | null;
  evidence: Evidence[];
  /** What speaks against it, where its score is 0 or 1. */
  against: Evidence[];
  found: string;
}

export interface CriterionChange {
  criterion: Criterion;
  name: string;
  before: Side;
  after: Side;
  /** unknown: a score was withheld in either. */
  change: 'higher' | 'lower' | 'same' | 'unknown';
  unvalidated: boolean;
}

export interface Comparison {
  /** Changes first, the largest of them first; then what stayed. */
  criteria: CriterionChange[];
  votes: { level: Level; before: LevelVote; after: LevelVote }[];
  sameEngine: boolean;
  sameLevel: boolean;
  /** Seconds of the story at 150 words a minute; null where none was told. */
  seconds: { before: number | null; after: number | null };
  /** Counted follow-up questions, by how the replies were rated: weak, mixed, strong. */
  replies: { before: [number, number, number]; after: [number, number, number] };
}

function changeOf(before: Score | null, after: Score | null): CriterionChange['change'] {
  if (before === null || after === null) return 'unknown';
  if (after === before) return 'same';
  return after > before ? 'higher' : 'lower';
}

function ratings({ probes }: Report): [number, number, number] {
  const count = (rating: number) => probes.filter((probe) => probe.rating === rating).length;
  return [count(0), count(1), count(2)];
}

const side = ({ score, evidence, against, found }: CriterionReport): Side => ({
  score,
  evidence,
  against,
  found,
});
const size = ({ before, after }: CriterionChange) => Math.abs((after.score ?? 0) - (before.score ?? 0));
const order = ['higher', 'lower', 'unknown', 'same'] as const;

/**
 * Two debriefs of the same question side by side: what each criterion was and became, with the words it rests on in
 * each. Throws RangeError for debriefs of different questions, which have other criteria.
 */
export function compareAttempts(before: Report, after: Report): Comparison {
  if (before.scenarioId !== after.scenarioId)
    throw new RangeError('Only two attempts at the same question can be compared.');
  const criteria = after.criteria.flatMap((entry): CriterionChange[] => {
    const earlier = before.criteria.find(({ criterion }) => criterion === entry.criterion);
    if (!earlier) return [];
    const { criterion, name } = entry;
    const unvalidated = before.unvalidated.includes(criterion) || after.unvalidated.includes(criterion);
    const change = changeOf(earlier.score, entry.score);
    return [{ criterion, name, before: side(earlier), after: side(entry), change, unvalidated }];
  });
  return {
    criteria: criteria.toSorted(
      (a, b) => order.indexOf(a.change) - order.indexOf(b.change) || size(b) - size(a),
    ),
    votes: levels.map((level) => ({ level, before: before.votes[level], after: after.votes[level] })),
    sameEngine: before.engine === after.engine,
    sameLevel: before.level === after.level,
    seconds: { before: before.pace?.seconds ?? null, after: after.pace?.seconds ?? null },
    replies: { before: ratings(before), after: ratings(after) },
  };
}
