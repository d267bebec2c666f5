import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';

const usage = `Usage: npm run bench -- [--interviews 50] [--think 10-30] [--seconds 60]
Starts a production server of its own on this machine and holds that many interviews at once against it, each waiting
a think time (seconds, uniform) before every turn, for so many seconds. Prints the time from sending a turn to the
last byte of its reply. A shorter think time is a heavier load.`;

/** The target of a turn on the embedded engine: p95 in milliseconds. */
const targetP95 = 50;

const root = path.resolve(import.meta.dirname, '..');
const rowSchema = z.object({
  answer: z.string(),
  followups: z.array(z.object({ reply: z.string() })).default([]),
});

interface Load {
  interviews: number;
  think: [number, number];
  seconds: number;
}

interface Measured {
  firsts: number[];
  others: number[];
  errors: string[];
}

function readOptions(): Load {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({
    options: { interviews: text('50'), think: text('10-30'), seconds: text('60') },
  });
  const numbers = z.tuple([z.coerce.number().min(0), z.coerce.number().max(600)]);
  const think = numbers.refine(([low, high]) => low <= high).parse(values.think.split('-'));
  const interviews = z.coerce.number().int().min(1).max(500).parse(values.interviews);
  const seconds = z.coerce.number().min(1).max(3600).parse(values.seconds);
  return { interviews, think, seconds };
}

/** First answers of 200 to 300 words with replies to follow-ups, as people of many kinds might give them. */
async function readTellings(): Promise<string[][]> {
  const lines = (await readFile(path.join(root, 'evals', 'data', 'dev.jsonl'), 'utf8')).split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => rowSchema.parse(JSON.parse(line)));
  const words = (text: string) => text.split(/\s+/).length;
  return rows
    .filter(({ answer }) => words(answer) >= 200 && words(answer) <= 300)
    .map(({ answer, followups }) => [answer, ...followups.map(({ reply }) => reply)]);
}

/** A production server as `npm start` runs it, on a free port over a data folder of its own. */
async function startServer(data: string): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, [path.join(root, 'scripts', 'start.ts')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIRECTORY: data, DATABASE_URL: '', MODEL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const bound = /ready: \S+:(\d+)/.exec(output)?.[1];
      if (bound) resolve(bound);
    });
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${output}`)));
  });
  return { server, address: `http://127.0.0.1:${port}` };
}

/** One candidate: interview after interview until the time is over. */
async function interviewee(
  address: string,
  seat: number,
  load: Load,
  tellings: string[][],
  until: number,
  measured: Measured,
): Promise<void> {
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
    return { ok: response.ok, text: await response.text() };
  };
  // Candidates do not sit down in the same instant.
  await wait(1000 * random() * load.think[1]);
  while (performance.now() < until) {
    const started = await send('POST', '/api/interviews', {
      scenarioId: 'hbdc',
      level: 'sde2',
      mode: 'typed',
    });
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(started.text));
    const telling = tellings[Math.floor(random() * tellings.length)] ?? [];
    for (let turn = 0; performance.now() < until; turn += 1) {
      await think();
      const text = telling[turn] ?? 'I asked her for the March figures and compared them with ours.';
      const sentAt = performance.now();
      const reply = await send('POST', `/api/interviews/${id}/turns`, { clientTurnId: `c${turn}`, text });
      (turn === 0 ? measured.firsts : measured.others).push(performance.now() - sentAt);
      if (!reply.ok || reply.text.includes('"type":"error"')) measured.errors.push(reply.text);
      const view = await send('GET', `/api/interviews/${id}`);
      if (interviewViewSchema.parse(JSON.parse(view.text)).phase.phase === 'closing') break;
    }
  }
}

function line(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
  return `${name.padEnd(14)} n ${String(times.length).padStart(5)}   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`;
}

async function bench(): Promise<void> {
  const load = readOptions();
  const tellings = await readTellings();
  const data = await mkdtemp(path.join(tmpdir(), 'bar-raiser-bench-'));
  const { server, address } = await startServer(data);
  const measured: Measured = { firsts: [], others: [], errors: [] };
  try {
    const { interviews, think, seconds } = load;
    console.info(
      `${interviews} interviews at once, think time ${think.join(' to ')} s, ${seconds} s, embedded engine`,
    );
    const until = performance.now() + seconds * 1000;
    const seats = Array.from({ length: interviews }, (_, seat) =>
      interviewee(address, seat, load, tellings, until, measured),
    );
    await Promise.all(seats);
  } finally {
    server.kill('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
  const all = [...measured.firsts, ...measured.others];
  console.info(
    [line('all turns', all), line('first answers', measured.firsts), line('replies', measured.others)].join(
      '\n',
    ),
  );
  console.info(`errors         ${measured.errors.length}   target p95 ${targetP95} ms`);
}

try {
  await bench();
} catch (error) {
  console.error(error instanceof z.ZodError || error instanceof TypeError ? usage : error);
  process.exitCode = 1;
}
