import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Does `work` against a production server as `npm start` runs it, on a free port over a data folder of its own. */
export async function withServer<Value>(
  variables: Record<string, string>,
  work: (address: string) => Promise<Value>,
): Promise<Value> {
  const data = await mkdtemp(path.join(tmpdir(), 'bar-raiser-bench-'));
  const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIRECTORY: data, DATABASE_URL: '' };
  const noModel = { MODEL: '', SPEAKING_MODEL: '', GRADING_MODEL: '' };
  const server = spawn(process.execPath, [path.join(root, 'scripts', 'start.ts')], {
    env: { ...process.env, ...noModel, ...own, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    return await work(await addressOf(server));
  } finally {
    server.kill('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /ready: \S+:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${output}`)));
  });
}
