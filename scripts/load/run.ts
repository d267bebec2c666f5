import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { type HeldInterview, takeSeat } from './candidate.ts';
import { checkStore } from './check-store.ts';
import { killAgainAndAgain } from './kills.ts';
import { line, type Measurements, noMeasurements, percentile, requestKinds } from './measurements.ts';
import { type MemoryCourse, watchMemory } from './memory.ts';
import { describeLoad, type Load } from './plan.ts';
import { type ScriptedUpstream, startScriptedUpstream } from './scripted-upstream.ts';
import { type LoadServer, startLoadServer } from './server.ts';
import { readTellings } from './tellings.ts';

/** What a turn may take at most, p95, with the embedded engine; and what memory may grow after the warm-up. */
export interface Targets {
  turnMilliseconds: number;
  memoryMegabytes: number;
}

export interface Run {
  load: Load;
  targets: Targets;
  scripted: boolean;
  /** A server that runs already; otherwise one of the load's own is started. */
  url?: string | undefined;
  /** The database of that server, to be checked afterwards. */
  database?: string | undefined;
  /** How often the server is killed while the load goes on; 0 for never. */
  kills: number;
}

/**
 * Plays the load, prints what it measured, and checks the store.
 * @returns whether nothing went wrong: no error, no lost or doubled turn. Missed targets are told, not counted.
 */
export async function runLoad(run: Run): Promise<boolean> {
  const upstream = run.scripted ? await startScriptedUpstream() : null;
  const server = run.url ? null : await startLoadServer(upstream?.variables ?? {});
  try {
    return await play(run, server, upstream);
  } finally {
    await server?.remove();
    await upstream?.close();
  }
}

async function play(
  run: Run,
  server: LoadServer | null,
  upstream: ScriptedUpstream | null,
): Promise<boolean> {
  const { load, kills } = run;
  const address = server?.address ?? run.url ?? '';
  const engine = run.scripted ? 'scripted model' : 'embedded engine';
  console.info(`${describeLoad(load)}, ${engine}${kills ? `, ${kills} kills` : ''}, machine ${machine()}`);
  const found = noMeasurements();
  const held: HeldInterview[] = [];
  const tellings = await readTellings();
  const memory = server && !kills ? watchMemory(() => server.used()) : null;
  const before = kills ? null : await server?.used();
  const begin = performance.now();
  let killing = kills > 0;
  const until = begin + load.seconds * 1000;
  const isOver = () => (kills > 0 ? !killing : performance.now() > until);
  const seats = Array.from({ length: load.interviews }, (_, seat) =>
    takeSeat({
      ...{ address, seat, load, tellings, isOver, toTheEnd: kills > 0, found, held },
      ...{ marked: run.scripted, expectsCuts: kills > 0 },
    }),
  );
  const progress = setInterval(() => tellProgress(found, begin), 60_000);
  if (server && kills) {
    await killAgainAndAgain(server, kills);
    killing = false;
  }
  if (!kills) await wait(Math.max(0, until - performance.now()));
  const course = memory?.(load.seconds) ?? null;
  await Promise.all(seats);
  clearInterval(progress);
  const seconds = (performance.now() - begin) / 1000;
  tell(found, seconds, run, course);
  const after = before && (await server?.used());
  if (before && after) tellProcessor(found, after.processorSeconds - before.processorSeconds, seconds);
  if (upstream) console.info(upstream.lines(found.requests).join('\n'));
  await server?.stop();
  const database = server?.database ?? run.database;
  const lost = database ? await tellStore(database, held, kills > 0) : [];
  const unfinished = kills ? held.filter(({ finished }) => !finished).length : 0;
  if (kills) console.info(`interviews that did not go on to their end: ${unfinished}`);
  return found.errors.length + lost.length + unfinished === 0;
}

function tellProgress(found: Measurements, begin: number): void {
  const minutes = Math.round((performance.now() - begin) / 60_000);
  console.info(
    `  after ${minutes} min: ${found.requests.length} requests, ${found.interviewsEnded} interviews ended, ${found.errors.length} errors`,
  );
}

function tell(
  found: Measurements,
  seconds: number,
  { targets, scripted }: Run,
  memory: MemoryCourse | null,
): void {
  const took = (kinds: readonly string[]) =>
    found.requests.filter(({ kind }) => kinds.includes(kind)).map(({ sentAt, endedAt }) => endedAt - sentAt);
  const turns = took(['first answer', 'reply']);
  const p95 = percentile(turns, 0.95);
  const lines = [
    ...requestKinds.map((kind) => line(kind, took([kind]))),
    line('all turns', turns),
    `${(found.requests.length / seconds).toFixed(1)} requests a second, ${(turns.length / seconds).toFixed(1)} turns a second, ${found.interviewsEnded} interviews held to the end, machine ${machine()}`,
  ];
  if (!scripted)
    lines.push(
      `turn p95 < ${targets.turnMilliseconds} ms: ${p95 < targets.turnMilliseconds ? 'met' : 'missed'}`,
    );
  if (memory) lines.push(memoryLine(memory, targets));
  if (found.cut) lines.push(`${found.cut} requests were cut and sent again`);
  lines.push(`errors ${found.errors.length}`, ...found.errors.slice(0, 20).map((error) => `  ${error}`));
  console.info(lines.join('\n'));
}

/** Counted in the server's own processor time, which does not grow when the machine has other work. */
function tellProcessor(found: Measurements, used: number, seconds: number): void {
  const turns = found.requests.filter(({ firstWordsAt }) => firstWordsAt !== null).length;
  console.info(
    `server processor time ${used.toFixed(0)} s, ${((100 * used) / seconds).toFixed(0)} % of one processor, ${((1000 * used) / turns).toFixed(0)} ms a turn with all that belongs to it`,
  );
}

function memoryLine(
  { afterWarmUp, atEnd, growth, peak, course }: MemoryCourse,
  { memoryMegabytes }: Targets,
): string {
  const whole = (megabytes: number) => megabytes.toFixed(0);
  return `server memory: ${whole(afterWarmUp)} MB after warm-up, ${whole(atEnd)} MB at the end, peak ${whole(peak)} MB; growth ${whole(growth)} MB < ${memoryMegabytes} MB: ${growth < memoryMegabytes ? 'met' : 'missed'}; by the minute ${course.map(whole).join(' ')}`;
}

async function tellStore(
  url: string,
  held: readonly HeldInterview[],
  mayBeUnheard: boolean,
): Promise<string[]> {
  const { interviews, turns, unheard, problems } = await checkStore(url, held, { mayBeUnheard });
  const acknowledged = held.flatMap(({ sent }) => sent).filter((turn) => turn.acknowledged).length;
  console.info(
    [
      `store: ${interviews} interviews, ${turns} turns stored, ${acknowledged} acknowledged; lost, doubled or changed: ${problems.length}`,
      ...(unheard
        ? [`  ${unheard} interviews were begun whose candidate was cut off before hearing of it`]
        : []),
      ...problems.slice(0, 20).map((problem) => `  ${problem}`),
    ].join('\n'),
  );
  return problems;
}

/** How busy the machine is: the load means little where others work on it too. */
function machine(): string {
  return `load average ${loadavg()[0]?.toFixed(1)}`;
}
