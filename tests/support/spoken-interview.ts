import type { Evidence } from '#lib/domain/evidence.ts';
import { advance, emptyInterview, type InterviewContext, placePendingTurn } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { criteriaOf } from '#lib/domain/rubric.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import { type CandidateTurn, mainAnswer, type Transcript } from '#lib/domain/transcript.ts';
import { findContradictions } from '#lib/engines/embedded/contradictions.ts';
import { readFacts } from '#lib/engines/embedded/facts.ts';
import { splitSentences } from '#lib/engines/embedded/sentences.ts';
import { utterance } from '#lib/engines/embedded/speak.ts';
import { loadWordings } from '#lib/engines/embedded/wordings.ts';
import { assessmentOf, scored } from './domain-fixtures.ts';

const wordings = loadWordings();

function sentenceOf(turn: CandidateTurn, random: () => number): Evidence[] {
  const spans = splitSentences(turn.text);
  const span = spans[Math.floor(random() * spans.length)];
  return span ? [{ turnId: turn.id, quote: span.text, start: span.start, end: span.end }] : [];
}

/**
 * A whole interview in which the embedded engine speaks to real answers: the scores are drawn, the facts and
 * contradictions are read, every question hangs on a sentence of the answer. Gives the transcript.
 */
export function spokenInterview(
  seed: string,
  texts: readonly string[],
  context: InterviewContext,
): Transcript {
  const random = seededRandom(seed);
  let state = emptyInterview();
  let turns = 0;
  const add = (event: InterviewEvent) => {
    state = advance(state, event, context).state;
  };
  const speak = () => {
    const move = state.pendingMove;
    if (!move) throw new Error('Nothing to say.');
    turns += 1;
    const text = utterance(move, state.turns, context.scenario, { wordings, random });
    add({ type: 'spoken', at: 0, turnId: `b${turns}`, text, move });
  };
  add({
    type: 'opened',
    at: 0,
    scenarioId: context.scenario.id,
    level: 'sde2',
    mode: 'typed',
    budgetSeconds: 1500,
    engine: 'embedded',
  });
  speak();
  for (const text of texts) {
    if (state.phase === 'closing') break;
    turns += 1;
    const turnId = `c${turns}`;
    add({ type: 'answered', at: 0, turnId, clientTurnId: turnId, text, spokenSeconds: null });
    const { turn, meta } = placePendingTurn(state);
    const transcript = [...state.turns, turn];
    const candidate = transcript.filter((each): each is CandidateTurn => each.speaker === 'candidate');
    const told = mainAnswer(transcript);
    const reading = assessmentOf(transcript, context, {
      expected: () => 1,
      rating: () => (random() < 0.4 ? 0 : 2),
      replyExpected: 1,
      extra: { facts: readFacts(candidate), contradictions: findContradictions(candidate) },
    });
    const criteria = criteriaOf(context.scenario.principle).map((criterion) =>
      scored(criterion, random() * 2.4, told && random() < 0.8 ? sentenceOf(told, random) : []),
    );
    add({ type: 'read', at: 0, turnId, meta, assessment: meta ? null : { ...reading, criteria } });
    speak();
  }
  return state.turns;
}
