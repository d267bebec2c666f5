import { type Principle, principleNames, principleSchema } from '#lib/domain/principle.ts';
import type { Story } from './story.ts';

/** A loop asks for about two stories a principle; one is thin, none is a hole. */
export const storiesWanted = 2;

export interface CoverageRow {
  principle: Principle;
  name: string;
  /** For each story, in the order given: told for this principle, found to carry it by the grader, or neither. */
  cells: ('told' | 'could' | null)[];
  told: number;
  standing: 'covered' | 'thin' | 'hole';
}

/**
 * Principles against stories. In: the stories, and for each story's id the principles the grader found it to carry.
 * Out: a row a principle, all sixteen, in Amazon's order. Only what the person tells a story for covers a principle.
 */
export function coverageMap(
  stories: readonly Pick<Story, 'id' | 'content'>[],
  found: ReadonlyMap<string, readonly Principle[]>,
): CoverageRow[] {
  return principleSchema.options.map((principle) => {
    const cells = stories.map(({ id, content }) => {
      if (content.principles.includes(principle)) return 'told';
      return found.get(id)?.includes(principle) ? 'could' : null;
    });
    const told = cells.filter((cell) => cell === 'told').length;
    const standing = told === 0 ? 'hole' : told < storiesWanted ? 'thin' : 'covered';
    return { principle, name: principleNames[principle], cells, told, standing };
  });
}
