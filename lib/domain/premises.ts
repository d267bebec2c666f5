import type { Fact, FactName } from './fact.ts';
import { fillSlots } from './interviewer-script.ts';
import type { FollowUp } from './scenario.ts';

/** Whether every fact that a documented probe presupposes has been said by the candidate. */
export function premiseHolds(followUp: FollowUp, facts: readonly Fact[]): boolean {
  return followUp.needs.every((need) => facts.some(({ name }) => name === need));
}

/**
 * The story-neutral form of a documented probe, its slots filled with the candidate's own nouns, or with the
 * scenario's stand-in where the candidate named none. Nothing of the published example gets in.
 */
export function neutralWording(followUp: FollowUp, facts: readonly Fact[]): string {
  const named = Object.fromEntries(
    facts.flatMap(({ name, value }): [FactName, string][] => (value === null ? [] : [[name, value]])),
  );
  return fillSlots(followUp.neutral, { ...followUp.slots, ...named });
}
