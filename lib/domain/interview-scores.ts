import type { Assessment, CriterionAssessment, ReplyAssessment } from './assessment.ts';
import { countedValue } from './checked-assessment.ts';
import type { Move } from './move.ts';
import { roundToScore } from './rubric.ts';
import { exchanges, type Transcript } from './transcript.ts';

/** What a reply can raise a criterion to, by its rating (DESIGN, "Two assessments"): weak not at all, mixed 2, strong 3. */
const ceilingByRating = { 0: 0, 1: 2, 2: 3 } as const;

/** What a reply without a score of its own says of the criterion aimed at first: a strong one is solid, a mixed one thin. */
const impliedByRating = { 0: 0, 1: 1, 2: 2 } as const;

/** A criterion whose work the candidate disowned, or whose statements did not fit together, is weak at most. */
const loweredTo = 1;

/** Words that were not solid by themselves do not back a score that a reply has raised. */
const solid = 2;

function withValue(
  { against, ...entry }: CriterionAssessment,
  expected: number,
  evidence: CriterionAssessment['evidence'],
): CriterionAssessment {
  const score = roundToScore(expected);
  return {
    ...entry,
    expected,
    evidence,
    score: score > 0 && evidence.length === 0 ? null : score,
    // What spoke against it in the story does so no longer once a reply has made it solid.
    ...(against && score < solid ? { against } : {}),
  };
}

function afterReply(entry: CriterionAssessment, reply: ReplyAssessment, move: Move): CriterionAssessment {
  if (!('aims' in move) || !move.aims.includes(entry.criterion) || reply.refused) return entry;
  const before = countedValue(entry);
  const unresolved = move.kind === 'contradiction' && reply.rating === 0;
  if (reply.disowns || unresolved) {
    if (before <= loweredTo) return entry;
    const against = [...reply.evidence, ...(entry.against ?? [])];
    return withValue({ ...entry, against }, loweredTo, entry.evidence);
  }
  if (reply.rating === null) return entry;
  const own = reply.criteria.find(({ criterion }) => criterion === entry.criterion);
  const implied = move.aims[0] === entry.criterion ? impliedByRating[reply.rating] : 0;
  const raised = Math.min(own ? countedValue(own) : implied, ceilingByRating[reply.rating]);
  if (raised <= before) return entry;
  const evidence = own && own.evidence.length > 0 ? own.evidence : reply.evidence;
  const earlier = (entry.score ?? 0) >= solid ? entry.evidence : [];
  // What a reply showed is no estimate any more.
  const { estimated: _, ...read } = entry;
  return evidence.length > 0 ? withValue(read, raised, [...evidence, ...earlier]) : entry;
}

/**
 * The interview's scores: the main answer's, each moved only by replies to questions that aimed at the criterion.
 * A reply raises to at most 2 (mixed) or 3 (strong), lowers where the candidate disowns the work or cannot reconcile
 * a contradiction, and changes nothing when it is weak or a refusal. `assessment` is a checked one.
 */
export function interviewScores(assessment: Assessment, transcript: Transcript): CriterionAssessment[] {
  const told = exchanges(transcript);
  return assessment.criteria.map((first) =>
    assessment.replies.reduce((entry, reply) => {
      const exchange = told.find((candidate) => candidate.reply.id === reply.turnId);
      return exchange ? afterReply(entry, reply, exchange.question.move) : entry;
    }, first),
  );
}
