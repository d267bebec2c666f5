import type { CriterionAssessment } from './assessment.ts';
import { criterionIn, nextStep, type Rubric, type Score } from './rubric.ts';

/** A score in plain words, all of them the rubric's. */
export interface Explanation {
  /** what was found, as a debrief says it */
  found: string;
  /** what this score means */
  anchor: string;
  /** the next score up and what it needs; null at the top */
  next: { score: Score; needs: string } | null;
}

/** What can honestly be said of a score that was estimated. */
export function estimatedAs(name: string, score: Score): string {
  return `${name} is estimated at ${score} from how well the story is told as a whole.`;
}

/** A withheld score is explained as what it counts for, 0, and says that nothing was found to show for it. */
export function explain(
  { criterion, score, estimated }: Pick<CriterionAssessment, 'criterion' | 'score' | 'estimated'>,
  rubric: Rubric,
): Explanation {
  const entry = criterionIn(rubric, criterion);
  const counted = score ?? 0;
  return {
    found:
      score === null
        ? 'No words were found that show it, so no score is given.'
        : estimated
          ? estimatedAs(entry.name, score)
          : entry.reading[score],
    anchor: entry.anchors[counted],
    next: nextStep(entry, counted),
  };
}
