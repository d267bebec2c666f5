import { z } from 'zod';
import type { Criterion } from '#lib/domain/rubric.ts';
import type { Prompt } from './prompts.ts';

const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
});

/**
 * The JSON schema of one rating: what the prompt declares, with the criteria narrowed to those that were aimed at. Aimed
 * at none, there is no `criteria`: some providers refuse an object without properties.
 * @throws RangeError for a criterion that the prompt does not declare.
 */
export function replyReturns({ returns }: Prompt, aims: readonly Criterion[]): Record<string, unknown> {
  const { properties, required, ...rest } = objectSchema.parse(returns);
  const { criteria, ...always } = properties;
  const needed = required.filter((name) => name !== 'criteria');
  if (aims.length === 0) return { ...rest, properties: always, required: needed };
  const declared = objectSchema.parse(criteria);
  const aimed = Object.fromEntries(
    aims.map((criterion) => {
      const grade = declared.properties[criterion];
      if (grade === undefined) throw new RangeError(`The prompt declares no ${criterion}.`);
      return [criterion, grade];
    }),
  );
  const narrowed = { ...declared, properties: aimed, required: [...aims] };
  return { ...rest, properties: { ...always, criteria: narrowed }, required: [...needed, 'criteria'] };
}
