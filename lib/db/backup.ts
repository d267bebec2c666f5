import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { filesOf, withFile } from './database-file.ts';

/** What a backup tells of itself, in one row of a table of its own. */
export interface BackupNote {
  /** Milliseconds since the epoch. */
  at: number;
  /** What signs the owners' cookies; null where the environment has it. */
  ownerSecret: string | null;
}

/**
 * Copies a database, which may be written to meanwhile, into one file: as it stood at one moment (VACUUM INTO, a read
 * transaction), with `note` in it. The file appears whole or not at all, readable by its user only.
 * @throws BarRaiserError store_failed when there is no such database, or the file is there already.
 */
export async function backUp(database: string, file: string, note: BackupNote): Promise<void> {
  if (!existsSync(database)) throw new BarRaiserError('store_failed', `There is no database at ${database}.`);
  if (existsSync(file)) {
    throw new BarRaiserError('store_failed', `${file} is there already; a backup overwrites nothing.`);
  }
  const draft = `${file}.${process.pid}.part`;
  try {
    await withFile(database, (client) => client.execute({ sql: 'vacuum into ?', args: [draft] }));
    chmodSync(draft, 0o600);
    await withFile(draft, async (client) => {
      await client.execute('create table __backup (at integer not null, owner_secret text)');
      await client.execute({ sql: 'insert into __backup values (?, ?)', args: [note.at, note.ownerSecret] });
    });
    renameSync(draft, file);
  } finally {
    for (const left of filesOf(draft)) rmSync(left);
  }
}
