import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { BackupNote } from './backup.ts';
import { filesOf, withFile } from './database-file.ts';

const noteSchema = z.object({ at: z.coerce.number(), owner_secret: z.string().nullable() });
const migratedSchema = z.object({ latest: z.coerce.number().nullable() });

/**
 * Checks that a file is a whole backup that this version can open.
 * @param newest when the newest migration this version knows was made, in milliseconds.
 * @throws BarRaiserError store_failed, saying what is wrong with it.
 */
export async function readBackup(file: string, newest: number): Promise<BackupNote> {
  if (!existsSync(file)) throw new BarRaiserError('store_failed', `There is no file ${file}.`);
  return withFile(file, async (client) => {
    const ask = async (statement: string) => {
      try {
        return (await client.execute(statement)).rows;
      } catch (cause) {
        throw new BarRaiserError('store_failed', `${file} is not a backup, or is damaged.`, { cause });
      }
    };
    const [found] = await ask('pragma integrity_check');
    if (found?.integrity_check !== 'ok') {
      throw new BarRaiserError('store_failed', `${file} is damaged: it does not pass its integrity check.`);
    }
    const [row] = await ask('select at, owner_secret from __backup');
    const [migrated] = await ask('select max(created_at) as latest from __drizzle_migrations');
    const note = noteSchema.safeParse(row);
    if (!note.success) throw new BarRaiserError('store_failed', `${file} is not a backup.`);
    if ((migratedSchema.parse(migrated).latest ?? 0) > newest) {
      throw new BarRaiserError(
        'store_failed',
        `${file} was made by a newer version of Bar Raiser. Restore it with that version.`,
      );
    }
    return { at: note.data.at, ownerSecret: note.data.owner_secret };
  });
}

/**
 * Whether a process has this database open. Leaving the write-ahead log takes the database for oneself, which SQLite
 * refuses while anybody else is connected, idle or not (https://sqlite.org/wal.html, "Persistence of WAL mode").
 */
export async function isInUse(database: string): Promise<boolean> {
  if (!existsSync(database)) return false;
  const client = async () => withFile(database, (one) => one.execute('pragma journal_mode = delete'));
  try {
    const { rows } = await client();
    return rows[0]?.journal_mode === 'wal';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return true;
    // What cannot be opened at all is nobody's database: it is what a backup is for.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

/**
 * Puts a checked backup in the place of `database`, whole or not at all. What stood there is kept beside it.
 * @returns where that is kept; null where nothing stood.
 */
export async function putInPlace(file: string, database: string, now: number): Promise<string | null> {
  const draft = `${database}.${process.pid}.part`;
  try {
    copyFileSync(file, draft);
    await withFile(draft, async (client) => {
      await client.execute('pragma secure_delete = on');
      await client.execute('drop table __backup');
    });
    const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
    const kept = filesOf(database).map((old) => {
      const place = old.replace(database, `${database}.before-${stamp}`);
      renameSync(old, place);
      return place;
    });
    renameSync(draft, database);
    return kept[0] ?? null;
  } finally {
    for (const left of filesOf(draft)) rmSync(left);
  }
}
