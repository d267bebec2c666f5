/** Once per server start, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareProcess } = await import('#lib/services/prepare-process.ts');
  await prepareProcess();
}
