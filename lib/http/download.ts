import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';

const types = { md: 'text/markdown; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** A debrief as a file to keep, named after its day, scenario and level. */
export function download(interview: InterviewView, extension: keyof typeof types, content: string): Response {
  const day = new Date(interview.createdAt).toISOString().slice(0, 10);
  const name = `bar-raiser-${day}-${interview.scenarioId}-${interview.level}.${extension}`;
  return new Response(content, {
    headers: {
      'content-type': types[extension],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** The joint debrief of a loop as a file to keep, named after its day and level. */
export function downloadLoop(
  { createdAt, level }: LoopView,
  extension: keyof typeof types,
  content: string,
): Response {
  const name = `bar-raiser-loop-${new Date(createdAt).toISOString().slice(0, 10)}-${level}.${extension}`;
  return new Response(content, {
    headers: {
      'content-type': types[extension],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** A story bank as a file to keep, named after the day (UTC) it was taken. */
export function downloadStories(extension: keyof typeof types, at: number, content: string): Response {
  const name = `bar-raiser-stories-${new Date(at).toISOString().slice(0, 10)}.${extension}`;
  return new Response(content, {
    headers: {
      'content-type': types[extension],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
