/** Once per server start, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareServer } = await import('#lib/http/prepare-server.ts');
  await prepareServer();
}
