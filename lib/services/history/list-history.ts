import { listEngines } from '#lib/db/interview-engines.ts';
import type { UtcOffset } from '#lib/domain/drill/practice-days.ts';
import { type HistoryFilter, passes } from '#lib/domain/history/history-filter.ts';
import type { InterviewSummary } from '#lib/domain/interview-view.ts';
import type { Principle } from '#lib/domain/principle.ts';
import { type Vote, voteSchema } from '#lib/domain/verdict.ts';
import type { ServiceContext } from '../context.ts';
import { listInterviews } from '../list-interviews.ts';
import { loadAttempts } from './load-attempts.ts';

/** A line of the history. */
export interface HistoryEntry extends Omit<InterviewSummary, 'vote'> {
  principle: Principle | null;
  vote: Vote | null;
  /** What read the answers, or will. */
  engine: string;
}

export interface History {
  /** Those that pass, newest first, those of one page. */
  entries: HistoryEntry[];
  found: number;
  all: number;
  page: number;
  pages: number;
  /** What the owner's interviews can be narrowed to. */
  choices: { questions: { id: string; question: string }[]; principles: Principle[]; engines: string[] };
}

/** So many interviews stand on a page. */
export const pageSize = 40;

/** The owner's history, narrowed; the page is the nearest that exists. `offset`: the person's time zone. */
export async function listHistory({
  context,
  input: { filter, offset, page },
}: {
  context: ServiceContext;
  input: { filter: HistoryFilter; offset: UtcOffset; page: number };
}): Promise<History> {
  const { database, library, ownerId } = context;
  const [summaries, attempts, opened] = await Promise.all([
    listInterviews({ context }),
    loadAttempts(context),
    ownerId === null ? new Map<string, string>() : listEngines(database, ownerId),
  ]);
  const readBy = new Map(attempts.map(({ interviewId, scorecard }) => [interviewId, scorecard.engine]));
  const principles = new Map(library.scenarios.map(({ id, principle }) => [id, principle]));
  const all = summaries.map((summary): HistoryEntry => {
    const vote = voteSchema.nullable().parse(summary.vote);
    const engine = readBy.get(summary.id) ?? opened.get(summary.id) ?? 'embedded';
    return { ...summary, vote, principle: principles.get(summary.scenarioId) ?? null, engine };
  });
  const found = all.filter((entry) => passes({ ...entry, at: entry.createdAt }, filter, offset));
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const shown = Math.min(Math.max(page, 1), pages);
  return {
    entries: found.slice((shown - 1) * pageSize, shown * pageSize),
    found: found.length,
    all: all.length,
    page: shown,
    pages,
    choices: {
      questions: [...new Map(all.map(({ scenarioId: id, question }) => [id, { id, question }])).values()],
      principles: [...new Set(all.flatMap(({ principle }) => principle ?? []))],
      engines: [...new Set(all.map(({ engine }) => engine))],
    },
  };
}
