import type { Contradiction } from '#lib/domain/assessment.ts';
import type { CandidateTurn } from '#lib/domain/transcript.ts';
import { contradictionRules } from './contradiction-rules.ts';
import { evidenceFor } from './statements.ts';

/**
 * Pairs of the candidate's statements that cannot both be true, within a turn or across turns, in the order of the
 * rules; at most one per rule. Rather none than a false one: a person is asked about it to their face.
 * @param turns the candidate's turns of the present story, the answer first
 */
export function findContradictions(turns: readonly CandidateTurn[]): Contradiction[] {
  return contradictionRules.flatMap((rule): Contradiction[] => {
    const found = rule.find(turns);
    if (!found) return [];
    return [{ about: rule.about(found), first: evidenceFor(found[0]), second: evidenceFor(found[1]) }];
  });
}
