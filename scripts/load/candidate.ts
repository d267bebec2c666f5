import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { interviewViewSchema, type Phase } from '#lib/domain/interview-view.ts';
import { reportSchema } from '#lib/domain/report-schema.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import { conversationProblems, problemsOf, readReply, type SentTurn } from './check-reply.ts';
import type { Measurements } from './measurements.ts';
import type { Load } from './plan.ts';
import type { Telling } from './tellings.ts';
import { Visitor } from './visitor.ts';

/** What a candidate says when asked more than their story has replies for. */
const spareReply = 'I asked her for the March figures and compared them with ours.';
/** More turns than any interview has: six questions, one redirect, and room. */
const turnsAtMost = 15;

/** One interview as its candidate knows it: what must be found in the store. */
export interface HeldInterview {
  id: string;
  sent: SentTurn[];
  /** Went the whole way: closed, ended, voted, report read. */
  finished: boolean;
}

export interface Seat {
  address: string;
  seat: number;
  load: Load;
  tellings: readonly Telling[];
  /** Whether the time is over: no new interview is begun then, and unless `toTheEnd` no new turn either. */
  isOver: () => boolean;
  toTheEnd: boolean;
  found: Measurements;
  held: HeldInterview[];
  /** Every turn's text names its turn, so that a model's server can tell which one it words. */
  marked: boolean;
  expectsCuts: boolean;
}

/** Holds whole interviews one after the other, each as a new owner, until the time is over. */
export async function takeSeat(seat: Seat): Promise<void> {
  const random = seededRandom(`seat ${seat.seat}`);
  // Candidates do not sit down in the same instant.
  await wait(1000 * random() * seat.load.think[1]);
  for (let count = 0; !seat.isOver(); count += 1) {
    try {
      await holdInterview(seat, count, random);
    } catch (error) {
      seat.found.errors.push(`seat ${seat.seat}, interview ${count}: ${describe(error)}`);
      await wait(1000);
    }
  }
}

async function holdInterview(seat: Seat, count: number, random: () => number): Promise<void> {
  const { found, load, tellings } = seat;
  const visitor = new Visitor(seat.address, found, seat.expectsCuts);
  const telling = tellings[Math.floor(random() * tellings.length)];
  if (!telling) throw new RangeError('There is nothing to tell.');
  const level = (['sde1', 'sde2', 'senior'] as const)[Math.floor(random() * 3)] ?? 'sde2';
  const choice = { scenarioId: telling.scenarioId, level, mode: 'typed' };
  const started = await visitor.send('start', 'POST', '/api/interviews', { body: choice });
  const { id } = z.object({ id: z.string() }).parse(parsed(started, 201));
  const path = `/api/interviews/${id}`;
  const held: HeldInterview = { id, sent: [], finished: false };
  seat.held.push(held);
  const complain = (problems: readonly string[]) =>
    found.errors.push(...problems.map((problem) => `interview ${id}: ${problem}`));

  let standing: { phase: Phase; questionsAsked: number } = { phase: 'answering', questionsAsked: 0 };
  while (standing.phase !== 'closing') {
    await wait(1000 * (load.think[0] + random() * (load.think[1] - load.think[0])));
    if (seat.isOver() && !seat.toTheEnd) return;
    const turn = held.sent.length;
    if (turn === turnsAtMost) throw new Error(`interview ${id} does not close`);
    const mark = seat.marked ? `case ${seat.seat}-${count}-${turn}` : null;
    const said = telling.texts[turn] ?? spareReply;
    const text = mark ? `${said} I filed it as ${mark}.` : said;
    const sent: SentTurn = { clientTurnId: `${id}:${turn}`, text, acknowledged: false };
    held.sent.push(sent);
    const kind = turn === 0 ? 'first answer' : 'reply';
    const answer = await visitor.send(kind, 'POST', `${path}/turns`, {
      body: { clientTurnId: sent.clientTurnId, text },
      mark,
      acknowledged: () => {
        sent.acknowledged = true;
      },
    });
    if (answer.status !== 200) throw refused(answer);
    const reply = readReply(answer.text);
    complain(problemsOf(reply, standing));
    if (reply.phase === null) return;
    standing = { phase: reply.phase, questionsAsked: reply.questionsAsked };
    const view = interviewViewSchema.parse(parsed(await visitor.send('view', 'GET', path), 200));
    complain(conversationProblems(view, held.sent));
    const last = view.turns.at(-1);
    if (last?.text !== reply.text) complain([`what was said in ${last?.id} is not what is stored`]);
  }

  const ended = await visitor.send('end', 'POST', `${path}/end`);
  if (ended.status !== 200 || !ended.text.includes('"debriefed"')) throw refused(ended);
  const vote = await visitor.send('self-vote', 'POST', `${path}/self-vote`, { body: { skip: true } });
  if (vote.status !== 204) throw refused(vote);
  const report = reportSchema.parse(parsed(await visitor.send('report', 'GET', `${path}/report`), 200));
  if (report.level !== level) complain([`the report is for ${report.level}, not ${level}`]);
  held.finished = true;
  found.interviewsEnded += 1;
}

function parsed(answer: { status: number; text: string }, status: number): unknown {
  if (answer.status !== status) throw refused(answer);
  return JSON.parse(answer.text);
}

function refused({ status, text }: { status: number; text: string }): Error {
  return new Error(`${status} ${text.slice(0, 300)}`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
