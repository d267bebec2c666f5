import { readEvents } from '#lib/db/events.ts';
import { type InterviewRecord, listInterviews } from '#lib/db/interviews.ts';
import { type LoopRecord, listLoops, readLoopEvents } from '#lib/db/loops.ts';
import { listOwnerRows, type OwnerTableName } from '#lib/db/owner-rows.ts';
import { findAccount } from '#lib/db/users.ts';
import { BarRaiserError, type ErrorCode } from '#lib/domain/errors.ts';
import { reportMarkdown } from '#lib/domain/report-markdown.ts';
import { transcriptMarkdown } from '#lib/domain/transcript-markdown.ts';
import type { ServiceContext } from '../context.ts';
import { getInterview } from '../get-interview.ts';
import { getReport } from '../get-report.ts';
import { countTowards } from '../limits.ts';
import { exportStories } from '../story/export-stories.ts';

export interface ExportedFile {
  path: string;
  text: string;
}

/** Where each table of an owner's goes. Interviews and stories are written for reading, the others as they are stored. */
const places = {
  interviews: 'interviews/',
  loops: 'loops.json',
  stories: 'stories.json',
  studyMarks: 'study.json',
  drillAnswers: 'drill/answers.json',
  drillReviews: 'drill/reviews.json',
  drillCards: 'drill/cards.json',
  practiceDays: 'drill/days.json',
  usage: 'model-requests.json',
} as const satisfies Record<OwnerTableName, string>;

const asStored = [
  'studyMarks',
  'drillAnswers',
  'drillReviews',
  'drillCards',
  'practiceDays',
  'usage',
] as const;

const openStill: readonly ErrorCode[] = ['interview_open', 'self_vote_first', 'loop_open', 'not_assessed'];

/**
 * Everything that is kept of the owner, file by file, the index last.
 * @throws BarRaiserError too_many_requests.
 */
export async function exportAccount({
  context,
}: {
  context: ServiceContext;
}): Promise<AsyncIterable<ExportedFile>> {
  const { ownerId } = context;
  if (ownerId !== null) await countTowards(context, 'exports', ownerId);
  return files(context, ownerId);
}

async function* files(context: ServiceContext, ownerId: string | null): AsyncGenerator<ExportedFile> {
  const { database, clock } = context;
  const kept: Record<string, number> = {};
  const records = ownerId === null ? [] : await listInterviews(database, ownerId);
  for (const record of records.toReversed()) yield* interviewFiles(context, record);
  kept[places.interviews] = records.length;
  const loops = ownerId === null ? [] : await listLoops(database, ownerId);
  yield {
    path: places.loops,
    text: json(await Promise.all(loops.map((loop) => exportedLoop(context, loop)))),
  };
  kept[places.loops] = loops.length;
  const stories = ownerId === null ? [] : await listOwnerRows(database, 'stories', ownerId);
  yield { path: places.stories, text: await exportStories({ context, input: { format: 'json' } }) };
  yield { path: 'stories.md', text: await exportStories({ context, input: { format: 'md' } }) };
  kept[places.stories] = stories.length;
  for (const table of asStored) {
    const rows = ownerId === null ? [] : await listOwnerRows(database, table, ownerId);
    yield { path: places[table], text: json(rows) };
    kept[places[table]] = rows.length;
  }
  const account = ownerId === null ? null : await findAccount(database, ownerId);
  const index = { product: 'Bar Raiser', exportedAt: new Date(clock()).toISOString(), account, kept };
  yield { path: 'index.json', text: json(index) };
}

/** A loop as it is stored; its questions are exported as the interviews they are. */
async function exportedLoop({ database }: ServiceContext, { id, createdAt, updatedAt }: LoopRecord) {
  return { id, createdAt, updatedAt, events: await readLoopEvents(database, id) };
}

/** An interview as JSON and as Markdown, with its debrief as soon as its candidate may see that. */
async function* interviewFiles(
  context: ServiceContext,
  record: InterviewRecord,
): AsyncGenerator<ExportedFile> {
  const day = new Date(record.createdAt).toISOString().slice(0, 10);
  const name = `${places.interviews}${day}-${record.scenarioId}-${record.level}-${record.id}`;
  const input = { interviewId: record.id };
  try {
    const debrief = await getReport({ context, input });
    yield { path: `${name}.json`, text: json(debrief) };
    yield { path: `${name}.md`, text: reportMarkdown(debrief) };
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    if (openStill.includes(error.code)) {
      const interview = await getInterview({ context, input });
      yield { path: `${name}.json`, text: json({ interview, report: null }) };
      yield { path: `${name}.md`, text: transcriptMarkdown(interview) };
    } else if (error.code === 'unknown_scenario') {
      // Its scenario left the library: what is stored, as it is stored.
      const { ownerId: _, ...interview } = record;
      yield {
        path: `${name}.json`,
        text: json({ interview, events: await readEvents(context.database, record.id) }),
      };
      // Deleted while the archive was being written: it is gone, as it should be.
    } else if (error.code !== 'not_found') throw error;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
