const damaged =
  'The store of this server is damaged. Whoever runs it has to restore a backup; what you have typed stays in this window until then.';
const full =
  'This server has no room left to store anything. What you have typed stays in this window; please try again once whoever runs it has made room.';

/** What a person is told of a fault of the store, by SQLite's primary code: what was wrong and what to do. */
const messages: Record<string, string> = {
  SQLITE_FULL: full,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  SQLITE_FILE_REPLACED:
    'The store of this server was moved or replaced while it ran. Whoever runs it has to start it again; what you have typed stays in this window until then.',
  SQLITE_BUSY: 'The store is busy with something else. Nothing is lost; please try again in a moment.',
  SQLITE_READONLY: 'This server may only read its store, not write to it. Whoever runs it has to mend that.',
};

/** @param code SQLite's code, the extended one or not; null when the driver gave none. */
export function storeMessage(code: string | null): string {
  const primary = Object.keys(messages).find((known) => code === known || code?.startsWith(`${known}_`));
  return (primary && messages[primary]) ?? 'The interview could not be stored or read. Please try again.';
}
