import { z } from 'zod';
import { labelledCriteria, ownCriteria, type PractisedPrinciple } from '#lib/domain/rubric.ts';
import type { Prompt } from './prompts.ts';

const returnsSchema = z.looseObject({
  properties: z.looseObject({
    points: z.looseObject({
      items: z.looseObject({
        properties: z.looseObject({ criterion: z.looseObject({ enum: z.array(z.string()) }) }),
      }),
    }),
  }),
});

/**
 * The JSON schema of a debrief's words: what the prompt declares, its criteria narrowed to the sixteen with rated
 * answers and the principle's own two, so that a server's grammar stays small and is shared by most principles.
 */
export function debriefReturns({ returns }: Prompt, principle: PractisedPrinciple): Record<string, unknown> {
  const declared = returnsSchema.parse(returns);
  const { points } = declared.properties;
  const { criterion } = points.items.properties;
  const kept = new Set<string>([...labelledCriteria, ...ownCriteria[principle]]);
  const narrowed = { ...criterion, enum: criterion.enum.filter((id) => kept.has(id)) };
  const items = { ...points.items, properties: { ...points.items.properties, criterion: narrowed } };
  return { ...declared, properties: { ...declared.properties, points: { ...points, items } } };
}
