import * as answers from '../../app/api/drill/answers/route.ts';
import * as session from '../../app/api/drill/session/route.ts';
import * as progress from '../../app/api/progress/route.ts';
import * as storyInterviews from '../../app/api/stories/[id]/interviews/route.ts';
import * as story from '../../app/api/stories/[id]/route.ts';
import * as exportJson from '../../app/api/stories/export.json/route.ts';
import * as exportMd from '../../app/api/stories/export.md/route.ts';
import * as importRoute from '../../app/api/stories/import/route.ts';
import * as stories from '../../app/api/stories/route.ts';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
type Methods = Partial<Record<string, Handler>>;

const fixed: Record<string, Methods> = {
  '/api/drill/answers': answers,
  '/api/drill/session': session,
  '/api/progress': progress,
  '/api/stories': stories,
  '/api/stories/export.json': exportJson,
  '/api/stories/export.md': exportMd,
  '/api/stories/import': importRoute,
};

/** The handler of a route of the drill or of the story bank, or null where the path is none of theirs. */
export function practiceHandler(
  method: string,
  path: string,
): ((request: Request) => Promise<Response>) | null {
  const [pathname = path] = path.split('?');
  const [, id = '', rest] = /^\/api\/stories\/([^/]+)(\/interviews)?$/.exec(pathname) ?? [];
  const methods: Methods | undefined =
    fixed[pathname] ?? (id === '' ? undefined : rest ? storyInterviews : story);
  const handler = methods?.[method];
  return handler ? (request) => handler(request, { params: Promise.resolve({ id }) }) : null;
}
