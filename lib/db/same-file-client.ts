import { statSync } from 'node:fs';
import type { Client } from '@libsql/client';

/** Told like a fault of SQLite's own: the store knows it by its code. */
export class FileReplacedError extends Error {
  readonly code = 'SQLITE_FILE_REPLACED';

  constructor() {
    super('The database file is another one than was opened.');
    this.name = 'FileReplacedError';
  }
}

/**
 * The same client, which refuses everything once the file at `path` is not the one that was opened: a process goes on
 * writing to a file that was removed or replaced, and what it acknowledged would be gone with the process. Looked for
 * before each call, in some microseconds.
 */
export function sameFileClient(client: Client, path: string): Client {
  const opened = identityOf(path);
  function refuseAnother(): void {
    if (identityOf(path) !== opened) throw new FileReplacedError();
  }
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'execute' && name !== 'batch') return value.bind(target);
      return async (...given: unknown[]) => {
        refuseAnother();
        return Reflect.apply(value, target, given);
      };
    },
  });
}

function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
