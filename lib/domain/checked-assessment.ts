import type { Assessment, CriterionAssessment } from './assessment.ts';
import { type Evidence, verifyEvidence } from './evidence.ts';
import { scoredTurns, type Transcript } from './transcript.ts';

/**
 * Evidence first: drops every quote that does not stand in the candidate's own turns of this story, and withholds
 * (null) a score of 1 or more that is left without any. Applied to what any engine returns, before it is used.
 */
export function withCheckedEvidence(assessment: Assessment, transcript: Transcript): Assessment {
  const turns = scoredTurns(transcript);
  const verify = (evidence: readonly Evidence[]) =>
    evidence.flatMap((quote) => verifyEvidence(quote, turns) ?? []);
  const check = (entry: CriterionAssessment): CriterionAssessment => {
    const evidence = verify(entry.evidence);
    return { ...entry, evidence, score: entry.score !== 0 && evidence.length === 0 ? null : entry.score };
  };
  const replied = new Set(turns.map(({ id }) => id));
  return {
    ...assessment,
    criteria: assessment.criteria.map(check),
    replies: assessment.replies
      .filter(({ turnId }) => replied.has(turnId))
      .map((reply) => ({ ...reply, criteria: reply.criteria.map(check), evidence: verify(reply.evidence) })),
    facts: assessment.facts.flatMap((fact) => {
      const evidence = verifyEvidence(fact.evidence, turns);
      return evidence ? [{ ...fact, evidence }] : [];
    }),
    contradictions: assessment.contradictions.flatMap((contradiction) => {
      const [first, second] = [
        verifyEvidence(contradiction.first, turns),
        verifyEvidence(contradiction.second, turns),
      ];
      return first && second ? [{ ...contradiction, first, second }] : [];
    }),
    spans: assessment.spans.flatMap((span) => {
      const evidence = verifyEvidence(span, turns);
      return evidence ? [{ ...evidence, section: span.section }] : [];
    }),
  };
}

/** What a score counts for in the vote: its expected value, and 0 where it is withheld. */
export function countedValue(entry: CriterionAssessment): number {
  return entry.score === null ? 0 : entry.expected;
}
