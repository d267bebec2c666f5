import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filePath } from '#lib/db/database-file.ts';
import { newestMigration } from '#lib/db/newest-migration.ts';
import { isInUse, putInPlace, readBackup } from '#lib/db/restore.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { readEnvironment } from '#lib/services/environment.ts';

const usage = 'Usage: npm run -s restore -- FILE [--force]';

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { force: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new BarRaiserError('bad_request', usage);
  const { databaseUrl, dataDirectory, ownerSecrets } = readEnvironment(process.env);
  if (!databaseUrl.startsWith('file:')) {
    throw new BarRaiserError('bad_request', 'The database is on a libSQL server: restore it there.');
  }
  const database = path.resolve(filePath(databaseUrl));
  const { at, ownerSecret } = await readBackup(path.resolve(file), newestMigration());
  if (existsSync(database) && !values.force) {
    throw new BarRaiserError(
      'store_failed',
      `There is data at ${database}. --force puts it aside and goes on.`,
    );
  }
  // Only now: finding out may change how the old file is journalled, and a refusal changes nothing.
  if (await isInUse(database)) {
    throw new BarRaiserError('store_failed', `A server has ${database} open. Stop it, then restore.`);
  }
  mkdirSync(path.dirname(database), { recursive: true });
  mkdirSync(dataDirectory, { recursive: true });
  const kept = await putInPlace(path.resolve(file), database, Date.now());
  if (ownerSecret && !ownerSecrets) {
    writeFileSync(path.join(dataDirectory, 'owner-secret'), ownerSecret, { mode: 0o600 });
  }
  return [
    `Restored what was backed up at ${new Date(at).toISOString()} to ${database}.`,
    ...(kept ? [`What stood there is kept as ${kept}.`] : []),
  ].join(' ');
}

main().then(console.info, (error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error;
  console.error(BarRaiserError.isInstance(error) ? error.message : isUsage ? usage : error);
  process.exitCode = 1;
});
