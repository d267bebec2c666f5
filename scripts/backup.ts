import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { backUp } from '#lib/db/backup.ts';
import { filePath } from '#lib/db/database-file.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { readEnvironment } from '#lib/services/environment.ts';

const usage = 'Usage: npm run -s backup -- FILE';

async function main(): Promise<string> {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || file.startsWith('-') || rest.length > 0) throw new BarRaiserError('bad_request', usage);
  const { databaseUrl, dataDirectory, ownerSecrets } = readEnvironment(process.env);
  if (!databaseUrl.startsWith('file:')) {
    throw new BarRaiserError('bad_request', 'The database is on a libSQL server: back it up there.');
  }
  const secretFile = path.join(dataDirectory, 'owner-secret');
  const ownerSecret =
    ownerSecrets || !existsSync(secretFile) ? null : readFileSync(secretFile, 'utf8').trim();
  await backUp(path.resolve(filePath(databaseUrl)), path.resolve(file), { at: Date.now(), ownerSecret });
  const secret = ownerSecret
    ? 'It holds the owner secret: keep it as safe as the data.'
    : 'OWNER_SECRET is not in it.';
  return `Backed up to ${file}. ${secret}`;
}

main().then(console.info, (error: unknown) => {
  console.error(BarRaiserError.isInstance(error) ? error.message : error);
  process.exitCode = 1;
});
