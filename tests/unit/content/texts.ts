import type { Scenario } from '#lib/domain/scenario.ts';
import { sections } from '#lib/domain/section.ts';

/** White space folded, as a block scalar may break a quoted phrase over two lines. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What is told in a scenario, by either kind of candidate. */
export function storyOf(scenario: Scenario): string {
  return [
    ...sections.flatMap((section) => [
      scenario.sections[section].strong,
      ...Object.values(scenario.sections[section].by_level ?? {}),
    ]),
    scenario.weak_answer.text,
    ...scenario.follow_ups.flatMap(({ weak, strong }) => [weak.reply, strong.reply]),
  ].join('\n');
}

/** A question that yes or no would answer: one of its clauses opens with an auxiliary verb. */
export const closedQuestion =
  /(?:^|[,;:] )(?:am|are|is|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(?:n't|n’t)? /i;
