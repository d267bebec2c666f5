import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

const lineSchema = z.looseObject({ time: z.iso.datetime(), level: z.string(), event: z.string() });
export type Line = z.infer<typeof lineSchema>;

export interface RunningServer {
  address: string;
  process: ChildProcess;
  /** Everything it has written so far. */
  output: () => string;
  /** Its lines of log so far, parsed. */
  lines: () => Line[];
  exited: Promise<number | null>;
}

/** A process like `npm start` for one test, killed after it. */
export async function runServer(
  variables: Record<string, string>,
  { script = path.join(root, 'scripts/start.ts'), cwd = root } = {},
): Promise<RunningServer> {
  const server = spawn(process.execPath, [script], {
    cwd,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: '',
      MODEL: '',
      SPEAKING_MODEL: '',
      GRADING_MODEL: '',
      LOG_FORMAT: 'json',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /is ready: http:\/\/\S+:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => lineSchema.parse(JSON.parse(line)));
  return { address, process: server, output: () => output, lines, exited };
}

/** Someone who talks to a server and keeps the cookie it gives. */
export class Caller {
  readonly address: string;
  cookie = '';

  constructor(address: string) {
    this.address = address;
  }

  async send(method: string, where: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.address}${where}`, {
      method,
      headers: { cookie: this.cookie, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return response;
  }

  /** Starts an interview; gives its path. */
  async start(): Promise<string> {
    const body = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await this.send('POST', '/api/interviews', body)).json());
    return `/api/interviews/${id}`;
  }
}
