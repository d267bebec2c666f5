import { type Principle, principleNames, principleSchema } from '#lib/domain/principle.ts';
import type { Section } from '#lib/domain/section.ts';
import type { ServiceContext } from '../context.ts';
import { sectionTargets } from './section-targets.ts';

/** What one needs to begin a story: the time each section has, the principles there are. */
export function beginStory({ context }: { context: Pick<ServiceContext, 'library'> }): {
  targets: Record<Section, number>;
  choices: { principle: Principle; name: string; found: boolean }[];
} {
  return {
    targets: sectionTargets(context.library, null),
    choices: principleSchema.options.map((principle) => ({
      principle,
      name: principleNames[principle],
      found: false,
    })),
  };
}
