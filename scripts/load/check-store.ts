import { createClient } from '@libsql/client';
import { z } from 'zod';
import type { HeldInterview } from './candidate.ts';

const eventSchema = z.object({
  sequence: z.number(),
  type: z.string(),
  client_turn_id: z.string().nullable(),
  payload: z.string().transform((json) => payloadSchema.parse(JSON.parse(json))),
});
const payloadSchema = z.object({ text: z.string().optional(), turnId: z.string().optional() });
type StoredEvent = z.infer<typeof eventSchema>;

export interface StoreFindings {
  interviews: number;
  turns: number;
  /** Interviews whose start was stored but never heard of by their candidate. */
  unheard: number;
  problems: string[];
}

/**
 * Reads a database and compares it with what the candidates know: every acknowledged turn is there once, with its
 * words, read once and answered once; nothing is there that nobody sent.
 * @param mayBeUnheard whether connections were cut on purpose, so that a start may be stored and unheard of.
 */
export async function checkStore(
  url: string,
  held: readonly HeldInterview[],
  { mayBeUnheard }: { mayBeUnheard: boolean },
): Promise<StoreFindings> {
  const authToken = process.env.DATABASE_AUTH_TOKEN;
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const findings: StoreFindings = { interviews: 0, turns: 0, unheard: 0, problems: [] };
  const known = new Map(held.map((interview) => [interview.id, interview]));
  try {
    const stored = await client.execute('select id from interviews');
    const ids = new Set(stored.rows.map(({ id }) => z.string().parse(id)));
    findings.interviews = ids.size;
    for (const id of known.keys()) if (!ids.has(id)) findings.problems.push(`interview ${id} is lost`);
    for (const id of ids) {
      const { rows } = await client.execute({
        sql: 'select sequence, type, client_turn_id, payload from events where interview_id = ? order by sequence',
        args: [id],
      });
      const events = rows.map((row) => eventSchema.parse(row));
      const interview = known.get(id);
      findings.turns += ofType(events, 'answered').length;
      if (interview)
        findings.problems.push(...problemsOf(interview, events).map((one) => `interview ${id}: ${one}`));
      else if (mayBeUnheard && ofType(events, 'answered').length === 0) findings.unheard += 1;
      else findings.problems.push(`interview ${id} is stored and was begun by nobody`);
    }
  } finally {
    client.close();
  }
  return findings;
}

function problemsOf({ sent, finished }: HeldInterview, events: readonly StoredEvent[]): string[] {
  const problems: string[] = [];
  const count = (type: string, turnId: string | undefined) =>
    ofType(events, type).filter(({ payload }) => payload.turnId === turnId).length;
  events.forEach(({ sequence }, index) => {
    if (sequence !== index + 1) problems.push(`event ${index + 1} has the sequence ${sequence}`);
  });
  const answered = ofType(events, 'answered');
  for (const { clientTurnId, text, acknowledged } of sent) {
    const turns = answered.filter((event) => event.client_turn_id === clientTurnId);
    if (turns.length > 1) problems.push(`turn ${clientTurnId} is doubled`);
    if (turns.length === 0 && acknowledged)
      problems.push(`turn ${clientTurnId} was acknowledged and is lost`);
    if (turns.some(({ payload }) => payload.text !== text))
      problems.push(`turn ${clientTurnId} has other words`);
  }
  const sentIds = new Set(sent.map(({ clientTurnId }) => clientTurnId));
  for (const [index, { client_turn_id: id, payload }] of answered.entries()) {
    if (id === null || !sentIds.has(id)) problems.push(`turn ${id} was sent by nobody`);
    const isLast = index === answered.length - 1;
    const read = count('read', payload.turnId);
    const reply = `t${Number(payload.turnId?.slice(1)) + 1}`;
    const replies = count('spoken', reply);
    if (read > 1 || (read === 0 && !isLast)) problems.push(`turn ${id} is read ${read} times`);
    if (replies > 1 || (replies === 0 && (!isLast || finished)))
      problems.push(`turn ${id} has ${replies} replies`);
  }
  for (const type of ['assessed', 'self_voted']) {
    const times = ofType(events, type).length;
    if (times > 1 || (times === 0 && finished)) problems.push(`${times} events ${type}`);
  }
  return problems;
}

function ofType(events: readonly StoredEvent[], type: string): StoredEvent[] {
  return events.filter((event) => event.type === type);
}
