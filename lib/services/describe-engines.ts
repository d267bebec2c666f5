import { sumUsage } from '#lib/db/usage.ts';
import type { EngineParts } from '#lib/domain/engine-parts.ts';
import type { Spent } from '#lib/domain/usage.ts';
import type { ServiceContext } from './context.ts';
import { partsOf } from './engine-of.ts';
import type { ModelSetup } from './model-setup.ts';

/** What a new interview would be held with, what it may spend, and what lies at hand unused. */
export interface EngineDescription extends EngineParts, Pick<ModelSetup, 'samples' | 'budgets' | 'offers'> {
  /** By everybody since midnight (UTC), as the day's budget counts; null where no model is set up. */
  spentToday: Spent | null;
}

export async function describeEngines({ context }: { context: ServiceContext }): Promise<EngineDescription> {
  const { database, engine, models, clock } = context;
  const { samples, budgets, offers } = models;
  const since = new Date(clock()).setUTCHours(0, 0, 0, 0);
  const spentToday = models.model === null ? null : await sumUsage(database, { since });
  return { ...partsOf(engine), samples, budgets, offers, spentToday };
}
