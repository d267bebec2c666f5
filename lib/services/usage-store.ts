import type { Database } from '#lib/db/client.ts';
import { insertUsage, sumUsage } from '#lib/db/usage.ts';
import type { UsageStore } from '#lib/engines/model/usage.ts';

/** Usage kept with the interviews: budgets then hold over restarts, and over every copy on the same store. */
export function databaseUsageStore(database: Database): UsageStore {
  return {
    record: (usage) => insertUsage(database, usage),
    spent: (scope) => sumUsage(database, scope),
  };
}
