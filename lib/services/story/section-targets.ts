import type { Library } from '#lib/content/library.ts';
import type { Section } from '#lib/domain/section.ts';
import type { StoryContent } from '#lib/domain/story/story.ts';

/** Seconds each section should take when told: as in the question a story is told for first, or the library's first. */
export function sectionTargets(
  { scenarios }: Library,
  content: Pick<StoryContent, 'principles'> | null,
): Record<Section, number> {
  const principle = content?.principles[0];
  const scenario = scenarios.find((each) => each.principle === principle) ?? scenarios[0];
  const seconds = (section: Section) => scenario?.sections[section].target_seconds ?? 0;
  return {
    situation: seconds('situation'),
    task: seconds('task'),
    action: seconds('action'),
    result: seconds('result'),
    reflection: seconds('reflection'),
  };
}
