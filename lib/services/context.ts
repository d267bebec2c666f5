import { randomUUID } from 'node:crypto';
import { type Library, loadLibrary } from '#lib/content/library.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { type Environment, readEnvironment } from './environment.ts';
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

/**
 * Opens the store and loads engine and library as the environment asks.
 * @throws BarRaiserError bad_request for a wrong variable, engine_failed, store_failed naming the place.
 */
export async function createProcessContext(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<ProcessContext> {
  const environment = readEnvironment(variables);
  const engine = selectEngine({ model: environment.model });
  return {
    engine,
    library: loadLibrary(),
    ...(await openStore(environment)),
    clock: Date.now,
    ids: randomUUID,
  };
}

async function openStore(
  environment: Environment,
): Promise<Pick<ProcessContext, 'database' | 'ownerSecret'>> {
  const { dataDirectory, databaseUrl: url, databaseAuthToken: authToken } = environment;
  try {
    return {
      ownerSecret: environment.ownerSecret ?? ownerSecret(dataDirectory),
      database: await openDatabase({ url, authToken }),
    };
  } catch (cause) {
    const place = url.startsWith('libsql:') || url.startsWith('http') ? new URL(url).host : dataDirectory;
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new BarRaiserError(
      'store_failed',
      `The store at ${place} cannot be opened${code}. DATA_DIRECTORY or DATABASE_URL says where it is.`,
      { cause },
    );
  }
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
