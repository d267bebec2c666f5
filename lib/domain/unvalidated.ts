import { type Criterion, criteriaOf, isLabelled, type PractisedPrinciple } from './rubric.ts';

/** Said beside every score, vote and point that no rated answer stands behind. */
export const notYetChecked = 'Not yet checked against rated answers';

/** Said once beside the vote of a principle without rated answers. */
export const notYetCheckedVote = `${notYetChecked}: none exist for this principle. Its own two criteria, and the vote that counts them, are the grader's best guess.`;

/** The criteria of a principle that no rated answers stand behind: its own two, or none. */
export function unvalidatedCriteria(principle: PractisedPrinciple): Criterion[] {
  return criteriaOf(principle).filter((criterion) => !isLabelled(criterion));
}
