import { cookies } from 'next/headers';
import type { UtcOffset } from '#lib/domain/drill/practice-days.ts';
import { drillQuerySchema } from './drill-query.ts';

/** The visitor's time zone as their browser told it in an earlier visit; UTC before the first. */
export async function pageZone(): Promise<UtcOffset> {
  return drillQuerySchema.parse({ offset: (await cookies()).get('utc-offset')?.value }).offset;
}
