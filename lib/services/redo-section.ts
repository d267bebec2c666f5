import { BarRaiserError } from '#lib/domain/errors.ts';
import { compareRedo, retellSection } from '#lib/domain/redo.ts';
import type { RedoResult } from '#lib/domain/report-schema.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Section } from '#lib/domain/section.ts';
import { readTurnText } from '#lib/domain/turn-text.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { isModelEngine } from '#lib/engines/model/model-engine.ts';
import { log } from '#lib/telemetry/log.ts';
import { inSpan } from '#lib/telemetry/spans.ts';
import type { ServiceContext } from './context.ts';
import { engineOf, hasSecondReader } from './engine-of.ts';
import { appendDecided, type InterviewLog, openLog } from './interview-log.ts';
import { type AssessmentPlace, takeAssessmentPlace } from './limits.ts';

export interface RedoSectionInput {
  interviewId: string;
  section: Section;
  text: string;
}

/**
 * Grades one section told anew in the place of the old one. One redo an interview; the same one again gives the
 * stored result.
 * @throws BarRaiserError not_found, blank_turn, turn_too_long, not_assessed, self_vote_first, already_redone,
 * too_many_requests while others of the owner's are assessed.
 */
export function redoSection(asked: {
  context: ServiceContext;
  input: RedoSectionInput;
}): Promise<RedoResult> {
  return inSpan('service redo-section', {}, () => gradeRedo(asked));
}

async function gradeRedo({
  context,
  input,
}: {
  context: ServiceContext;
  input: RedoSectionInput;
}): Promise<RedoResult> {
  const redo = { section: input.section, text: readTurnText(input.text) };
  const place = await placeFor(context, input.interviewId);
  try {
    return await redone(context, input, redo);
  } finally {
    await place.free();
  }
}

async function placeFor(context: ServiceContext, interviewId: string): Promise<AssessmentPlace> {
  const { record } = await openLog(context, interviewId);
  return takeAssessmentPlace(context, { interviewId, ownerId: record.ownerId });
}

async function redone(
  context: ServiceContext,
  input: RedoSectionInput,
  redo: { section: Section; text: string },
): Promise<RedoResult> {
  const { state } = await appendDecided(context, input.interviewId, async (log) => {
    const done = log.state.redo;
    if (done?.section === redo.section && done.after === redo.text) return null;
    refuseTooEarly(log);
    if (done) throw new BarRaiserError('already_redone', 'The one redo of this interview is used.');
    const { scenario, rubric } = log.material;
    const library = context.library.scenarios;
    const story = retellSection(log.state, redo);
    const engine = engineOf(context, log.state);
    const { interviewId } = input;
    // Never with what was read before: the story is another one now.
    const read = await engine.assess(story.transcript, scenario, { rubric, library, interviewId });
    const compared = compareRedo(log.state, redo, story, read, log.material);
    const result = await commented(context, engine, { result: compared, scenario, interviewId });
    return { type: 'redone', at: context.clock(), ...redo, result };
  });
  if (!state.redo) throw new BarRaiserError('internal', 'The redo was not stored.');
  return state.redo;
}

/** The result with what the model that read it says of it; when that fails, the result says so. */
async function commented(
  context: ServiceContext,
  engine: Engine,
  input: { result: RedoResult; scenario: Scenario; interviewId: string },
): Promise<RedoResult> {
  const { result } = input;
  if (!isModelEngine(engine) || !hasSecondReader(context, engine)) return result;
  const by = engine.gradingId;
  try {
    const comment = await engine.commentRedo(input);
    return comment ? { ...result, comment: { engine: by, ...comment, fault: null } } : result;
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    log('info', 'redo_comment_failed', { code: error.code });
    const nothing = { gained: null, lacks: null, evidence: [] };
    return { ...result, comment: { engine: by, ...nothing, fault: error.code } };
  }
}

function refuseTooEarly({ state }: InterviewLog): void {
  if (!state.report) {
    throw new BarRaiserError('not_assessed', 'The debrief of this interview is not ready yet.');
  }
  if (!state.selfVote)
    throw new BarRaiserError('self_vote_first', 'Vote on yourself first, or skip the vote.');
}
