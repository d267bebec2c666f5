import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { withoutLimits } from '#tests/support/without-limits.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A production server of the load's own, as `npm start` runs it, over a data folder of its own. */
export interface LoadServer {
  readonly address: string;
  /** URL of its database. */
  readonly database: string;
  /** Resident memory of its process in megabytes, and the processor time it has used in seconds. */
  used(): Promise<{ megabytes: number; processorSeconds: number }>;
  /** `kill -9`, and the same port and data again. */
  killAndRestart(): Promise<void>;
  /** Ends it; its data stay until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export async function startLoadServer(variables: Record<string, string>): Promise<LoadServer> {
  const data = await mkdtemp(path.join(tmpdir(), 'bar-raiser-load-'));
  const environment = {
    ...process.env,
    MODEL: '',
    SPEAKING_MODEL: '',
    GRADING_MODEL: '',
    HOST: '127.0.0.1',
    DATA_DIRECTORY: data,
    DATABASE_URL: '',
    ...withoutLimits,
    ...variables,
  };
  let running = await launch({ ...environment, PORT: '0' });
  const { port } = running;
  return {
    address: `http://127.0.0.1:${port}`,
    database: `file:${path.join(data, 'bar-raiser.db')}`,
    used: () => usedBy(running.process),
    killAndRestart: async () => {
      await end(running.process, 'SIGKILL');
      running = await launch({ ...environment, PORT: String(port) });
    },
    stop: () => end(running.process, 'SIGTERM'),
    remove: async () => {
      await end(running.process, 'SIGKILL');
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function end(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

async function usedBy({ pid }: ChildProcess): Promise<{ megabytes: number; processorSeconds: number }> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
  const [kilobytes, time = ''] = stdout.trim().split(/\s+/u);
  // [days-][hours:]minutes:seconds
  const processorSeconds = time.split(/[-:]/u).reduceRight(
    ({ sum, unit }, part, index, parts) => ({
      sum: sum + Number(part) * unit,
      unit: unit * (parts.length - index === 3 ? 24 : 60),
    }),
    { sum: 0, unit: 1 },
  ).sum;
  return { megabytes: Number(kilobytes) / 1024, processorSeconds };
}

function launch(environment: NodeJS.ProcessEnv): Promise<{ process: ChildProcess; port: number }> {
  const server = spawn(process.execPath, [path.join(root, 'scripts', 'start.ts')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      // Once it is ready its log is of no use here, and must not pile up.
      if (output.length < 100_000) output += chunk.toString();
      const port = /ready: \S+:(\d+)/u.exec(output)?.[1];
      if (port) resolve({ process: server, port: Number(port) });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${output}`)));
  });
}
