import { BarRaiserError } from '#lib/domain/errors.ts';
import { compareRedo, retellSection } from '#lib/domain/redo.ts';
import type { RedoResult } from '#lib/domain/report-schema.ts';
import type { Section } from '#lib/domain/section.ts';
import { readTurnText } from '#lib/domain/turn-text.ts';
import type { ServiceContext } from './context.ts';
import { appendDecided, type InterviewLog } from './interview-log.ts';

export interface RedoSectionInput {
  interviewId: string;
  section: Section;
  text: string;
}

/**
 * Grades one section told anew in the place of the old one. One redo an interview; the same one again gives the
 * stored result.
 * @throws BarRaiserError not_found, blank_turn, turn_too_long, not_assessed, self_vote_first, already_redone.
 */
export async function redoSection({
  context,
  input,
}: {
  context: ServiceContext;
  input: RedoSectionInput;
}): Promise<RedoResult> {
  const redo = { section: input.section, text: readTurnText(input.text) };
  const { state } = await appendDecided(context, input.interviewId, async (log) => {
    const done = log.state.redo;
    if (done?.section === redo.section && done.after === redo.text) return null;
    refuseTooEarly(log);
    if (done) throw new BarRaiserError('already_redone', 'The one redo of this interview is used.');
    const { scenario, rubric } = log.material;
    const library = context.library.scenarios;
    const story = retellSection(log.state, redo);
    const read = await context.engine.assess(story.transcript, scenario, { rubric, library });
    const result = compareRedo(log.state, redo, story, read, log.material);
    return { type: 'redone', at: context.clock(), ...redo, result };
  });
  if (!state.redo) throw new BarRaiserError('internal', 'The redo was not stored.');
  return state.redo;
}

function refuseTooEarly({ state }: InterviewLog): void {
  if (!state.report) {
    throw new BarRaiserError('not_assessed', 'The debrief of this interview is not ready yet.');
  }
  if (!state.selfVote)
    throw new BarRaiserError('self_vote_first', 'Vote on yourself first, or skip the vote.');
}
