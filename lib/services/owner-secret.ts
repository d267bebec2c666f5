import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The secret that signs owner cookies: 32 random bytes in hex, made into the data directory at the first start,
 * readable by its user only. Processes that start together agree: the file appears whole, by a link, once.
 */
export function ownerSecret(dataDirectory: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const file = path.join(dataDirectory, 'owner-secret');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8').trim();
}
