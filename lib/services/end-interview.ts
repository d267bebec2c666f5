import type { Assessment } from '#lib/domain/assessment.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewState } from '#lib/domain/interview.ts';
import type { ProgressData } from '#lib/domain/interview-view.ts';
import { buildReport } from '#lib/domain/report.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { criterionIn } from '#lib/domain/rubric.ts';
import type { AssessProgress, Engine } from '#lib/engines/engine.ts';
import { isModelEngine } from '#lib/engines/model/model-engine.ts';
import { log as writeLog } from '#lib/telemetry/log.ts';
import { spanOver } from '#lib/telemetry/spans.ts';
import type { ServiceContext } from './context.ts';
import { engineOf, hasSecondReader } from './engine-of.ts';
import { append, appendDecided, type InterviewLog, openLog } from './interview-log.ts';
import { type AssessmentPlace, takeAssessmentPlace } from './limits.ts';
import { resumeTurn } from './resume-turn.ts';
import { withProgress } from './with-progress.ts';

const steps = ['closed', 'read', 'debriefed'] as const;

/**
 * Ends an interview if it is still open, assesses the whole transcript and stores the debrief. A reply that is being
 * produced is finished first. Can be asked for again at any time; what is done, or being done, is not done twice.
 * @throws BarRaiserError not_found; too_many_requests while others of the owner's are assessed; while it goes on, model_*: nothing is lost, and it can be asked for again.
 */
export async function endInterview({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<AsyncIterable<ProgressData>> {
  const log = await openLog(context, input.interviewId);
  const { id: interviewId, ownerId } = log.record;
  // Nothing is left to do for one that has its debrief: it takes no place.
  if (log.state.report) return context.endings.join(interviewId, () => progress(context, log));
  const place = await takeAssessmentPlace(context, { interviewId, ownerId });
  let begun = false;
  const steps = context.endings.join(interviewId, () => {
    begun = true;
    return freedAfter(place, progress(context, log));
  });
  if (place.fresh && !begun) await place.free();
  return steps;
}

async function* freedAfter<Step>(place: AssessmentPlace, steps: AsyncIterable<Step>): AsyncGenerator<Step> {
  try {
    yield* steps;
  } finally {
    await place.free();
  }
}

function progress(context: ServiceContext, log: InterviewLog): AsyncGenerator<ProgressData> {
  return spanOver('service end-interview', { engine: log.state.engine ?? 'none' }, () =>
    toTheDebrief(context, log),
  );
}

async function* toTheDebrief(context: ServiceContext, log: InterviewLog): AsyncGenerator<ProgressData> {
  const id = log.record.id;
  let current = log;
  while (isOpen(current.state)) current = await stepTowardsClose(context, current);
  yield at('closed');
  if (!current.state.report) {
    const engine = engineOf(context, current.state);
    // What a model is still reading of this interview need not be read twice.
    if (hasSecondReader(context, engine)) await context.beside.settled(id);
    current = await openLog(context, id);
    const assessment = yield* readAll(context, engine, current);
    yield at('read');
    const own = buildReport(current.state, assessment, current.material);
    const report = await inTheReadersWords(context, engine, current, own);
    await appendDecided(context, id, ({ state: present }) =>
      present.report ? null : { type: 'assessed', at: context.clock(), report, assessment },
    );
  }
  yield at('debriefed');
}

/** The last reading: of all that was said, or of what has not been read yet by the same engine. */
async function* readAll(
  context: ServiceContext,
  engine: Engine,
  { record, state, material }: InterviewLog,
): AsyncGenerator<ProgressData, Assessment> {
  const { scenario, rubric } = material;
  const reading = withProgress<AssessProgress, Assessment>((tell) =>
    engine.assess(state.turns, scenario, {
      rubric,
      library: context.library.scenarios,
      interviewId: record.id,
      previous: state.secondReading,
      onProgress: tell,
    }),
  );
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    const { done, of, criteria } = next.value;
    const about = criteria.map((criterion) => criterionIn(rubric, criterion).name).join(', ');
    yield { step: 'reading', done, of, ...(about ? { about } : {}) };
  }
  return next.value;
}

/** The report worded by the model that read the answers; when that fails, the report as it is, which says so. */
async function inTheReadersWords(
  context: ServiceContext,
  engine: Engine,
  { record, state, material }: InterviewLog,
  report: Report,
): Promise<Report> {
  if (!isModelEngine(engine) || !hasSecondReader(context, engine)) return report;
  const by = engine.gradingId;
  try {
    const written = await engine.writeDebrief({
      report,
      transcript: state.turns,
      rubric: material.rubric,
      interviewId: record.id,
    });
    return { ...written, wordedBy: { engine: by, fault: null } };
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    writeLog('info', 'debrief_words_failed', { code: error.code });
    return { ...report, wordedBy: { engine: by, fault: error.code } };
  }
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

function at(step: (typeof steps)[number]): ProgressData {
  return { step, done: steps.indexOf(step) + 1, of: steps.length };
}
