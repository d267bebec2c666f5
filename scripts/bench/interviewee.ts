import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';

export interface Load {
  interviews: number;
  /** Seconds a candidate thinks before a turn, from and to, uniform. */
  think: [number, number];
  seconds: number;
}

/** One turn as its sender saw it; times are milliseconds of `performance.now()`. */
export interface MeasuredTurn {
  /** Stands in the turn's text where the load marks its turns. */
  mark: string;
  isStory: boolean;
  sentAt: number;
  /** When the bar raiser's first words arrived; null when none did. */
  firstWordsAt: number | null;
  endedAt: number;
  error: string | null;
}

const root = path.resolve(import.meta.dirname, '../..');
const rowSchema = z.object({
  answer: z.string(),
  followups: z.array(z.object({ reply: z.string() })).default([]),
});

/** First answers of 200 to 300 words with replies to follow-ups, as people of many kinds might give them. */
export async function readTellings(): Promise<string[][]> {
  const lines = (await readFile(path.join(root, 'evals', 'data', 'dev.jsonl'), 'utf8')).split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => rowSchema.parse(JSON.parse(line)));
  const words = (text: string) => text.split(/\s+/).length;
  return rows
    .filter(({ answer }) => words(answer) >= 200 && words(answer) <= 300)
    .map(({ answer, followups }) => [answer, ...followups.map(({ reply }) => reply)]);
}

/** Holds as many interviews at once as the load says, one after the other in each seat, until its time is over. */
export async function holdInterviews(
  address: string,
  load: Load,
  options: { marked: boolean },
): Promise<MeasuredTurn[]> {
  const tellings = await readTellings();
  const until = performance.now() + load.seconds * 1000;
  const seats = Array.from({ length: load.interviews }, (_, seat) =>
    interviewee(address, seat, load, tellings, until, options.marked),
  );
  return (await Promise.all(seats)).flat();
}

async function interviewee(
  address: string,
  seat: number,
  load: Load,
  tellings: string[][],
  until: number,
  marked: boolean,
): Promise<MeasuredTurn[]> {
  const measured: MeasuredTurn[] = [];
  const random = seededRandom(`seat ${seat}`);
  const think = () => wait(1000 * (load.think[0] + random() * (load.think[1] - load.think[0])));
  let cookie = '';
  const send = async (method: string, where: string, body?: unknown) => {
    const response = await fetch(`${address}${where}`, {
      method,
      headers: { cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  // Candidates do not sit down in the same instant.
  await wait(1000 * random() * load.think[1]);
  for (let held = 0; performance.now() < until; held += 1) {
    const chosen = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
    const started = await send('POST', '/api/interviews', chosen);
    const { id } = z.object({ id: z.string() }).parse(await started.json());
    const telling = tellings[Math.floor(random() * tellings.length)] ?? [];
    for (let turn = 0; performance.now() < until; turn += 1) {
      await think();
      const said = telling[turn] ?? 'I asked her for the March figures and compared them with ours.';
      const mark = `case ${seat}-${held}-${turn}`;
      const text = marked ? `${said} I filed it as ${mark}.` : said;
      const sentAt = performance.now();
      const response = await send('POST', `/api/interviews/${id}/turns`, { clientTurnId: `c${turn}`, text });
      measured.push({ mark, isStory: turn === 0, sentAt, ...(await readReply(response)) });
      const view = interviewViewSchema.parse(await (await send('GET', `/api/interviews/${id}`)).json());
      if (view.phase.phase === 'closing') break;
    }
  }
  return measured;
}

async function readReply(
  response: Response,
): Promise<Pick<MeasuredTurn, 'firstWordsAt' | 'endedAt' | 'error'>> {
  const decoder = new TextDecoder();
  let text = '';
  let firstWordsAt: number | null = null;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (firstWordsAt === null && text.includes('"type":"text-delta"')) firstWordsAt = performance.now();
  }
  const failed = !response.ok || text.includes('"type":"error"');
  return { firstWordsAt, endedAt: performance.now(), error: failed ? text : null };
}
