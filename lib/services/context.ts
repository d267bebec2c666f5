import { randomUUID } from 'node:crypto';
import { type Library, loadLibrary } from '#lib/content/library.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { readEnvironment } from './environment.ts';
import { ownerSecret } from './owner-secret.ts';

/** What a service works with. Everything that is not a pure function comes from here. */
export interface ServiceContext {
  database: Database;
  engine: Engine;
  library: Library;
  /** Milliseconds since the epoch. */
  clock: () => number;
  ids: () => string;
  /** null: nobody yet; nobody owns nothing. */
  ownerId: string | null;
}

/** What is built once per process. */
export interface ProcessContext extends Omit<ServiceContext, 'ownerId'> {
  ownerSecret: string;
}

/** Opens the store and loads engine and library as the environment asks. */
export async function createProcessContext(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<ProcessContext> {
  const environment = readEnvironment(variables);
  const engine = selectEngine({ model: environment.model });
  return {
    engine,
    library: loadLibrary(),
    database: await openDatabase({
      url: environment.databaseUrl,
      authToken: environment.databaseAuthToken,
    }),
    clock: Date.now,
    ids: randomUUID,
    ownerSecret: environment.ownerSecret ?? ownerSecret(environment.dataDirectory),
  };
}

declare global {
  var barRaiserProcess: Promise<ProcessContext> | undefined;
}

/**
 * The process's own context, built when first asked for, never at import: a build imports every route. Kept on
 * globalThis because the server's bundles hold this module more than once, and one process has one connection.
 */
export function processContext(): Promise<ProcessContext> {
  globalThis.barRaiserProcess ??= createProcessContext(process.env).catch((error: unknown) => {
    globalThis.barRaiserProcess = undefined;
    throw error;
  });
  return globalThis.barRaiserProcess;
}
