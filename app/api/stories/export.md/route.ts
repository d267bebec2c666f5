import { downloadStories } from '#lib/http/download.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { exportStories } from '#lib/services/story/export-stories.ts';

export const GET = route<unknown>('/api/stories/export.md', async ({ request }) => {
  const context = await contextOfRequest(request);
  return downloadStories('md', context.clock(), await exportStories({ context, input: { format: 'md' } }));
});
