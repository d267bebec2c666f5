import type { InterviewState } from '#lib/domain/interview.ts';
import type { ProgressData } from '#lib/domain/interview-view.ts';
import { buildReport } from '#lib/domain/report.ts';
import type { ServiceContext } from './context.ts';
import { append, appendDecided, type InterviewLog, openLog } from './interview-log.ts';
import { resumeTurn } from './resume-turn.ts';

const steps: ProgressData['step'][] = ['closed', 'read', 'debriefed'];

/**
 * Ends an interview if it is still open, assesses the whole transcript and stores the debrief. A reply that is being
 * produced is finished first. Can be asked for again at any time; what is done is not done twice.
 * @throws BarRaiserError not_found.
 */
export async function endInterview({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<AsyncIterable<ProgressData>> {
  const log = await openLog(context, input.interviewId);
  return progress(context, log);
}

async function* progress(context: ServiceContext, log: InterviewLog): AsyncGenerator<ProgressData> {
  const id = log.record.id;
  let current = log;
  while (isOpen(current.state)) current = await stepTowardsClose(context, current);
  yield at('closed');
  if (!current.state.report) {
    const { state, material } = current;
    const { scenario, rubric } = material;
    const library = context.library.scenarios;
    const final = await context.engine.assess(state.turns, scenario, { rubric, library });
    yield at('read');
    await appendDecided(context, id, ({ state: present }) =>
      present.report
        ? null
        : { type: 'assessed', at: context.clock(), report: buildReport(present, final, material) },
    );
  }
  yield at('debriefed');
}

async function stepTowardsClose(context: ServiceContext, log: InterviewLog): Promise<InterviewLog> {
  const input = { interviewId: log.record.id };
  const pending = await resumeTurn({ context, input });
  if (pending) await Array.fromAsync(pending);
  const current = pending ? await openLog(context, log.record.id) : log;
  if (!isOpen(current.state)) return current;
  const ended = await append(context, current, { type: 'ended', at: context.clock() });
  return ended ?? (await openLog(context, log.record.id));
}

function isOpen({ phase }: InterviewState): boolean {
  return phase !== 'closing' && phase !== 'assessed';
}

function at(step: ProgressData['step']): ProgressData {
  return { step, done: steps.indexOf(step) + 1, of: steps.length };
}
