import { request } from '#components/api-error.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';

/**
 * The interview as the server has it now. The schema is fetched only when needed: it would double the page's script.
 * @throws ApiError when the server refuses or cannot be reached.
 */
export async function loadView(interviewId: string): Promise<InterviewView> {
  const [{ interviewViewSchema }, response] = await Promise.all([
    import('#lib/domain/interview-view.ts'),
    request(`/api/interviews/${interviewId}`, { cache: 'no-store' }),
  ]);
  return interviewViewSchema.parse(await response.json());
}
