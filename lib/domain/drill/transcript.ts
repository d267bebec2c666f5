import type { Criterion } from '#lib/domain/rubric.ts';
import type { CandidateTurn, Transcript } from '#lib/domain/transcript.ts';

export const toldTurnId = 'told';
export const replyTurnId = 'reply';
const reason = 'a drill, not an interview';

/** The question with one telling, as an engine reads it. */
export function telling(question: string, text: string): Transcript {
  return [
    {
      speaker: 'bar_raiser',
      id: 'opening',
      text: question,
      at: 0,
      move: { kind: 'opening', reason, wording: question },
    },
    said(toldTurnId, text, 'answer', 'opening'),
  ];
}

/** The same with one question about it and the reply. */
export function exchangeAbout(
  question: string,
  told: string,
  probe: { asked: string; aims: Criterion[]; followUpId: string | null; reply: string },
): Transcript {
  const { asked, aims, followUpId, reply } = probe;
  return [
    ...telling(question, told),
    {
      speaker: 'bar_raiser',
      id: 'probe',
      text: asked,
      at: 0,
      move: { kind: 'probe', reason, wording: asked, aims, followUpId, phrase: null },
    },
    said(replyTurnId, reply, 'reply', 'probe'),
  ];
}

function said(id: string, text: string, role: 'answer' | 'reply', repliesTo: string): CandidateTurn {
  return { speaker: 'candidate', id, text, at: 0, spokenSeconds: null, role, repliesTo };
}
