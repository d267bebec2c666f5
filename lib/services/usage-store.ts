import type { Database } from '#lib/db/client.ts';
import { insertUsage, sumUsage } from '#lib/db/usage.ts';
import type { UsageStore } from '#lib/engines/model/usage.ts';
import { countTokens } from '#lib/telemetry/measures.ts';

/** Usage kept with the interviews: budgets then hold over restarts, and over every copy on the same store. */
export function databaseUsageStore(database: Database): UsageStore {
  return {
    record: async (usage) => {
      const { model, purpose, inputTokens, outputTokens } = usage;
      countTokens(inputTokens ?? 0, { model, purpose, type: 'input' });
      countTokens(outputTokens ?? 0, { model, purpose, type: 'output' });
      await insertUsage(database, usage);
    },
    spent: (scope) => sumUsage(database, scope),
  };
}
