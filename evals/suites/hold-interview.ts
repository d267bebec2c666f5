import type { Assessment } from '#lib/domain/assessment.ts';
import { interviewBudgetSeconds } from '#lib/domain/clock.ts';
import { advance, emptyInterview, type InterviewContext, placePendingTurn } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import type { InterviewState } from '#lib/domain/interview-state.ts';
import type { Level } from '#lib/domain/level.ts';
import { asksAboutStory, isCounted, type Move } from '#lib/domain/move.ts';
import { buildReport } from '#lib/domain/report.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import { checkSpeech } from '#lib/domain/speech-check.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import type { Grader } from './graders.ts';

/** One thing the bar raiser said, with what is wrong with it. */
export interface Said {
  move: Move;
  text: string;
  faults: string[];
}

export interface Held {
  said: Said[];
  state: InterviewState;
  /** The reading after the main answer, and the last one. */
  first: Assessment | null;
  /** null when the interview was left before its end. */
  report: Report | null;
}

/** Says the next thing, or null to leave without a word. */
export type Candidate = (move: Move, transcript: Transcript) => string | null;

/** No simulated candidate talks for longer than this; a policy that never closes is found out. */
const turnsAtMost = 40;
const secondsPerTurn = 45;

/**
 * Holds an interview as the services do, without the store: the state machine and the probe policy choose, the engine
 * reads and speaks. In: a candidate, and a seed for the words. The clock is made: every turn takes 45 seconds.
 */
export async function holdInterview({
  grader: { engine, library },
  context,
  level,
  seed,
  candidate,
}: {
  grader: Grader;
  context: InterviewContext;
  level: Level;
  seed: string;
  candidate: Candidate;
}): Promise<Held> {
  const { scenario, rubric } = context;
  let state = emptyInterview();
  let at = Date.UTC(2026, 0, 1);
  let first: Assessment | null = null;
  const said: Said[] = [];
  const add = (event: InterviewEvent) => {
    state = advance(state, event, context).state;
  };
  const read = (turns: Transcript) => engine.assess(turns, scenario, { rubric, library: library.scenarios });
  const speak = async () => {
    const move = state.pendingMove;
    if (!move) throw new RangeError('The machine chose no move.');
    const random = seededRandom(`${seed}:${state.turns.length}`);
    const pieces = await Array.fromAsync(engine.speak(move, state.turns, scenario, { level, random }));
    const text = pieces.join('');
    said.push({ move, text, faults: faultsOf(move, text, state, context) });
    add({ type: 'spoken', at, turnId: `t${state.turns.length + 1}`, text, move });
  };
  add({
    type: 'opened',
    ...{ at, scenarioId: scenario.id, level, mode: 'typed', engine: engine.id },
    budgetSeconds: interviewBudgetSeconds('typed'),
  });
  await speak();
  while (state.phase !== 'closing' && state.turns.length < turnsAtMost) {
    const last = said.at(-1);
    const text = last ? candidate(last.move, state.turns) : null;
    if (text === null) return { said, state, first, report: null };
    at += secondsPerTurn * 1000;
    const turnId = `t${state.turns.length + 1}`;
    add({ type: 'answered', at, turnId, clientTurnId: turnId, text, spokenSeconds: null });
    const { turn, meta } = placePendingTurn(state);
    const assessment = meta ? null : await read([...state.turns, turn]);
    add({ type: 'read', at, turnId, meta, assessment });
    first ??= state.assessment;
    await speak();
  }
  if (state.phase !== 'closing') return { said, state, first, report: null };
  return { said, state, first, report: buildReport(state, await read(state.turns), context) };
}

/** What is wrong with a question in its place: its words, its premise, or that it was asked before. */
function faultsOf(move: Move, text: string, state: InterviewState, { scenario }: InterviewContext): string[] {
  const faults: string[] = checkSpeech(text, {
    move,
    transcript: state.turns,
    example: publishedExample(scenario),
  });
  if (asksAboutStory(move)) {
    const marks = text.match(/\?/gu)?.length ?? 0;
    if (marks !== 1) faults.push(`${marks} question marks`);
    const probe = scenario.follow_ups.find(({ id }) => id === move.followUpId);
    const said = new Set(state.assessment?.facts.map(({ name }) => name));
    if (probe?.needs.some((need) => !said.has(need))) faults.push(`the premise of ${probe.id} does not hold`);
  }
  const asked = state.turns.flatMap((turn) => (turn.speaker === 'bar_raiser' ? [turn.move] : []));
  if (isCounted(move) && asked.some((before) => isCounted(before) && before.wording === move.wording))
    faults.push('asked before');
  return faults;
}
