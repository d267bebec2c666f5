import type { Assessment, CriterionAssessment } from './assessment.ts';
import { type Evidence, sharesWords, verifyEvidence } from './evidence.ts';
import { scoredTurns, type Transcript } from './transcript.ts';

/** A solid or strong score has nothing held against it. */
const highestSpokenAgainst = 1;

/**
 * Evidence first: drops every quote that does not stand in the candidate's own turns of this story, and withholds
 * (null) a score of 1 or more that is left without any. Words against a criterion stand only beside a score of 0 or 1,
 * and never where the same words are shown for it. Applied to what any engine returns, before it is used.
 */
export function withCheckedEvidence(assessment: Assessment, transcript: Transcript): Assessment {
  const turns = scoredTurns(transcript);
  const verify = (evidence: readonly Evidence[]) =>
    evidence.flatMap((quote) => verifyEvidence(quote, turns) ?? []);
  const check = (entry: CriterionAssessment): CriterionAssessment => {
    const { against: claimed = [], ...rest } = entry;
    const evidence = verify(entry.evidence);
    const against =
      (entry.score ?? 0) > highestSpokenAgainst
        ? []
        : verify(claimed).filter((quote) => !evidence.some((shown) => sharesWords(shown, quote)));
    return {
      ...rest,
      evidence,
      score: entry.score !== 0 && evidence.length === 0 ? null : entry.score,
      ...(against.length > 0 ? { against } : {}),
    };
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
