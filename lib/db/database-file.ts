import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@libsql/client';

/** The path of a `file:` URL: `file:./data/x.db` and `file:data/x.db` are relative to the working directory. */
export function filePath(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

/** Does `work` on a database file that nobody migrates; its driver waits ten seconds for a lock. */
export async function withFile<T>(file: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url: `file:${file}`, timeout: 10_000, concurrency: 1 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** The files a database consists of, those that are there. */
export function filesOf(database: string): string[] {
  return [database, `${database}-wal`, `${database}-shm`].filter((file) => existsSync(file));
}
