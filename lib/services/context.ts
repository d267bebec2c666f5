import { randomUUID } from 'node:crypto';
import { readSignInSettings, type SignInSettings } from '#lib/auth/settings.ts';
import type { SignIn } from '#lib/auth/sign-in.ts';
import { type Library, loadLibrary } from '#lib/content/library.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ProgressData } from '#lib/domain/interview-view.ts';
import type { Limits } from '#lib/domain/limits.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { createVoice, type Voice } from '#lib/engines/voice/voice.ts';
import { asksForTelemetry } from '#lib/telemetry/start-telemetry.ts';
import { type Beside, createBeside } from './beside.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { readLimits } from './limit-settings.ts';
import { type ModelSetup, readModelSetup } from './model-setup.ts';
import { observedEngine } from './observed-engine.ts';
import { ownerSecret } from './owner-secret.ts';
import { createSharedRuns, type SharedRuns } from './shared-runs.ts';
import { databaseUsageStore } from './usage-store.ts';

/** What a service works with. Everything that is not a pure function comes from here. */
export interface ServiceContext {
  database: Database;
  /** What new interviews are held with. */
  engine: Engine;
  /** The embedded engine: reads every turn before the next move, whatever speaks. */
  reader: Engine;
  models: ModelSetup;
  /** What hears and speaks beside the browser, where anything is set up. */
  voice: Voice;
  /** What is read by a model while the bar raiser speaks. */
  beside: Beside;
  /** Interviews that are being ended. */
  endings: SharedRuns<ProgressData>;
  library: Library;
  /** Milliseconds since the epoch. */
  clock: () => number;
  ids: () => string;
  limits: Limits;
  /** null: signing in is not set up, and everybody stays anonymous. */
  signIn: SignIn | null;
  /** After how many days what nobody touched is deleted; 0: never. */
  retentionDays: number;
  /** null: nobody yet; nobody owns nothing. */
  ownerId: string | null;
}

/** What is built once per process. */
export interface ProcessContext extends Omit<ServiceContext, 'ownerId'> {
  /** Sign the owner cookie: the first signs, all are believed. */
  ownerSecrets: readonly [string, ...string[]];
  /** Proxies in front that append to X-Forwarded-For. */
  trustedProxies: number;
}

/**
 * Opens the store and loads engine and library as the environment asks.
 * @throws BarRaiserError bad_request for a wrong variable, engine_failed, store_failed naming the place.
 */
export async function createProcessContext(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<ProcessContext> {
  const environment = readEnvironment(variables);
  // A wrong setting is told before a store is made.
  const models = readModelSetup(variables);
  const voice = createVoice(variables);
  const limits = readLimits(variables);
  const signInSettings = readSignInSettings(variables);
  const store = await openStore(environment, asksForTelemetry(variables));
  return {
    ...store,
    voice,
    limits,
    signIn: await openSignIn(signInSettings, store.database),
    retentionDays: environment.retentionDays,
    trustedProxies: environment.trustedProxies,
    ...createEngines(models, variables, store.database),
    library: loadLibrary(),
    clock: Date.now,
    ids: randomUUID,
  };
}

/** The library that signs people in is loaded only where it is used. */
async function openSignIn(settings: SignInSettings | null, database: Database): Promise<SignIn | null> {
  if (!settings) return null;
  const { createSignIn } = await import('#lib/auth/sign-in.ts');
  return createSignIn(settings, database);
}

/** What a process holds interviews with: the engine that is asked for, its usage kept in the store. */
export function createEngines(
  models: ModelSetup,
  variables: Readonly<Record<string, string | undefined>>,
  database: Database,
): Pick<ServiceContext, 'engine' | 'reader' | 'models' | 'beside' | 'endings'> {
  const usage = databaseUsageStore(database);
  const observe = asksForTelemetry(variables) ? observedEngine : <E extends Engine>(one: E) => one;
  const reader = observe(createEmbeddedEngine());
  const selected = selectEngine({ model: models.model ?? undefined, variables, usage, embedded: reader });
  const engine = selected === reader ? reader : observe(selected);
  return { engine, reader, models, beside: createBeside(), endings: createSharedRuns() };
}

async function openStore(
  environment: Environment,
  observed: boolean,
): Promise<Pick<ProcessContext, 'database' | 'ownerSecrets'>> {
  const { dataDirectory, databaseUrl: url, databaseAuthToken: authToken } = environment;
  try {
    return {
      ownerSecrets: environment.ownerSecrets ?? [ownerSecret(dataDirectory)],
      database: await openDatabase({ url, authToken, observed }),
    };
  } catch (cause) {
    const place = url.startsWith('libsql:') || url.startsWith('http') ? new URL(url).host : dataDirectory;
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new BarRaiserError(
      'store_failed',
      `The store at ${place} cannot be opened${code}. DATA_DIRECTORY or DATABASE_URL says where it is; docs/faults.md says what to do about a damaged one.`,
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
