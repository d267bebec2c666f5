import { z } from 'zod';
import type { InterviewView, Phase } from '#lib/domain/interview-view.ts';
import { phaseDataSchema } from '#lib/domain/interview-view.ts';

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text-delta'), delta: z.string() }),
  z.object({ type: z.literal('data-phase'), data: phaseDataSchema }),
  z.object({ type: z.literal('error'), errorText: z.string() }),
]);

/** A turn as it was sent, and whether the server began to answer it. */
export interface SentTurn {
  clientTurnId: string;
  text: string;
  acknowledged: boolean;
}

/** What a turn's answer said: the bar raiser's words, and where the interview is after them. */
export interface Reply {
  text: string;
  phase: Phase | null;
  questionsAsked: number;
  fault: string | null;
}

/** Reads the event stream of a turn. Parts that say nothing of these are passed over. */
export function readReply(stream: string): Reply {
  const reply: Reply = { text: '', phase: null, questionsAsked: 0, fault: null };
  for (const [, json = ''] of stream.matchAll(/^data: (\{.*\})$/gmu)) {
    const part = partSchema.safeParse(JSON.parse(json)).data;
    if (part?.type === 'text-delta') reply.text += part.delta;
    else if (part?.type === 'error') reply.fault = part.errorText;
    else if (part) Object.assign(reply, part.data);
  }
  return reply;
}

/**
 * What is wrong with a reply after `before`: every reply asks exactly one question, at its end, and the count of
 * questions grows by one; or it closes the interview and asks none.
 */
export function problemsOf(reply: Reply, before: { phase: Phase; questionsAsked: number }): string[] {
  if (reply.fault !== null) return [`the reply broke off: ${reply.fault}`];
  if (reply.phase === null) return ['the reply does not say where the interview is'];
  const problems: string[] = [];
  const asks = reply.phase === 'answering' || reply.phase === 'probing';
  // Nothing the load says asks for a repeat, so that every question is a new one.
  if (asks && reply.questionsAsked !== before.questionsAsked + 1)
    problems.push(`question ${reply.questionsAsked} follows question ${before.questionsAsked}`);
  if (!asks && reply.phase !== 'closing') problems.push(`${before.phase} is followed by ${reply.phase}`);
  const marks = reply.text.split('?').length - 1;
  if (asks && !(marks === 1 && /\?["”’']?\s*$/u.test(reply.text)))
    problems.push(`${marks} question marks where one question belongs: ${reply.text}`);
  if (!asks && marks > 0) problems.push(`a question in the closing: ${reply.text}`);
  return problems;
}

/** What is wrong with the conversation as the server tells it: turns lost, doubled, changed or out of order. */
export function conversationProblems({ turns }: InterviewView, sent: readonly SentTurn[]): string[] {
  const problems: string[] = [];
  const said = turns.filter(({ speaker }) => speaker === 'candidate');
  for (const { clientTurnId, text, acknowledged } of sent) {
    const stored = said.filter((turn) => turn.clientTurnId === clientTurnId);
    if (stored.length > 1) problems.push(`${clientTurnId} is stored ${stored.length} times`);
    if (stored.length === 0 && acknowledged) problems.push(`${clientTurnId} was acknowledged and is lost`);
    if (stored.some((turn) => turn.text !== text))
      problems.push(`${clientTurnId} is stored with other words`);
  }
  if (said.length > sent.length) problems.push(`${said.length} turns are stored, ${sent.length} were sent`);
  turns.forEach(({ id, speaker }, index) => {
    if (id !== `t${index + 1}` || (speaker === 'candidate') !== (index % 2 === 1))
      problems.push(`turn ${index + 1} is ${id} of the ${speaker}`);
  });
  return problems;
}
