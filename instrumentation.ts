/** Once per server start: opens and migrates the store, so that a fault shows before the first visitor does. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { processContext } = await import('#lib/services/context.ts');
  await processContext();
}
