import type { Move, QuestionMove } from '#lib/domain/move.ts';
import type { BarRaiserTurn, CandidateTurn, Transcript } from '#lib/domain/transcript.ts';
import { candidateTurn } from './bench.ts';

type Asking = Exclude<QuestionMove, { kind: 'contradiction' }>;

/** A question about the story, to be changed where a test needs it. */
export function asking(kind: Asking['kind'], wording: string, change: Partial<Asking> = {}): Asking {
  const common = { reason: 'test', wording, aims: [], followUpId: null, phrase: null, ...change };
  if (kind === 'dig') return { angle: 1, ...common, kind };
  return { ...common, kind };
}

export function barRaiserTurn(id: string, text: string, move: Move): BarRaiserTurn {
  return { speaker: 'bar_raiser', id, text, at: 0, move };
}

export const openingMove: Move = {
  kind: 'opening',
  reason: 'The interview begins.',
  wording:
    "Hello. I'd like to hear one story. Tell me about a time you raised an unpopular opinion and stood by it.",
};

/** The opening, then the story. */
export function toldStory(answer: string): [BarRaiserTurn, CandidateTurn] {
  return [barRaiserTurn('b0', openingMove.wording, openingMove), candidateTurn('a', answer, 'answer')];
}

/** The candidate's words as evidence; they must stand in the story. */
export function phraseOf(transcript: Transcript, quote: string) {
  const turn = transcript.find(({ text, speaker }) => speaker === 'candidate' && text.includes(quote));
  if (!turn) throw new Error(`Nobody said "${quote}".`);
  const start = turn.text.indexOf(quote);
  return { turnId: turn.id, quote, start, end: start + quote.length };
}
