import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const ready = /Bar Raiser is ready: http:\/\/\S+:(\d+)/;

/** A production server of its own, on a free port over a temporary data directory. */
export interface TestServer {
  readonly address: string;
  /** Stops answering without hanging up: what is sent now is on its way when the server dies. */
  freeze(): void;
  kill(): Promise<void>;
  /** Starts it again: the same port, the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** `variables` are added to the environment; without them no model is set up. */
export async function startServer(variables: Record<string, string> = {}): Promise<TestServer> {
  const data = await mkdtemp(path.join(tmpdir(), 'bar-raiser-e2e-'));
  let running = await launch(data, 0, variables);
  const { port } = running;
  const kill = async () => {
    if (running.process.exitCode !== null || running.process.signalCode !== null) return;
    const ended = new Promise((resolve) => running.process.once('exit', resolve));
    running.process.kill('SIGKILL');
    await ended;
  };
  return {
    address: `http://localhost:${port}`,
    freeze: () => void running.process.kill('SIGSTOP'),
    kill,
    restart: async () => {
      running = await launch(data, port, variables);
    },
    remove: async () => {
      await kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Starts the server as `npm start` does, which builds it when a source has changed, and waits until it answers. */
function launch(
  data: string,
  port: number,
  variables: Record<string, string>,
): Promise<{ process: ChildProcess; port: number }> {
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIRECTORY: data,
      DATABASE_URL: '',
      MODEL: '',
      SPEAKING_MODEL: '',
      GRADING_MODEL: '',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const bound = ready.exec(output)?.[1];
      if (bound) resolve({ process: server, port: Number(bound) });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}
