import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CaseRecord, caseRecordSchema } from '#evals/suites/finding.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type Choice, choiceVariable } from './choice.ts';

const directory = new URL('../promptfoo/', import.meta.url).pathname;
const binary = join(directory, 'node_modules/promptfoo/dist/src/entrypoint.js');

/** Nothing leaves the machine, nothing is kept outside the repository. */
export const quiet: Readonly<Record<string, string>> = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_DISABLE_ERROR_LOG: '1',
  PROMPTFOO_DISABLE_DEBUG_LOG: '1',
  PROMPTFOO_CONFIG_DIR: join(directory, '.promptfoo'),
  PROMPTFOO_FAILED_TEST_EXIT_CODE: '0',
  NODE_NO_WARNINGS: '1',
};

/** Installs the runner on the first use; after that no network is needed. */
export function installRunner(say: (line: string) => void): void {
  if (isInstalled()) return;
  say('Installing the eval runner (once, about 310 MB) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: directory,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0 || !isInstalled())
    throw new BarRaiserError(
      'internal',
      'The eval runner cannot be installed. Try npm ci in evals/promptfoo.',
    );
}

/** The version that is there is the one that is pinned. */
function isInstalled(): boolean {
  const installed = join(directory, 'node_modules/promptfoo/package.json');
  if (!existsSync(binary) || !existsSync(installed)) return false;
  const { version } = z
    .looseObject({ version: z.string() })
    .parse(JSON.parse(readFileSync(installed, 'utf8')));
  const pinned = z
    .looseObject({ devDependencies: z.looseObject({ promptfoo: z.string() }) })
    .parse(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')));
  return version === pinned.devDependencies.promptfoo;
}

const resultsSchema = z.looseObject({
  results: z.looseObject({
    results: z.array(
      z.looseObject({
        error: z.string().nullish(),
        response: z.looseObject({ output: z.unknown(), error: z.string().nullish() }).nullish(),
      }),
    ),
  }),
});

/**
 * Lets promptfoo run the cases of a choice and gives what each recorded, in the order of the cases.
 * @throws BarRaiserError internal when it does not finish, or loses a case.
 */
export async function runByPromptfoo(
  choice: Choice,
  caseIds: readonly string[],
  outputPath: string,
): Promise<CaseRecord[]> {
  const options = ['--no-table', '--no-progress-bar', '--no-cache', '--no-share'];
  const runner = spawn(
    process.execPath,
    [binary, 'eval', '--config', 'promptfooconfig.yaml', '--output', outputPath, ...options],
    {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...quiet, [choiceVariable]: JSON.stringify(choice) },
    },
  );
  const [status] = await once(runner, 'exit');
  if (status !== 0) throw new BarRaiserError('internal', `The eval runner stopped with ${status}.`);
  return recordsOf(JSON.parse(readFileSync(outputPath, 'utf8')), caseIds);
}

/**
 * What promptfoo's output file holds of each case, in the order of the cases. Found by the id that each record carries:
 * promptfoo blacks out variables that look like keys, a long id among them.
 * @throws BarRaiserError internal when a case is lost
 */
export function recordsOf(output: unknown, caseIds: readonly string[]): CaseRecord[] {
  const { results } = resultsSchema.parse(output).results;
  const byId = new Map(
    results.flatMap(({ response }) => {
      const { success, data } = caseRecordSchema.safeParse(response?.output);
      return success ? [[data.id, data] as const] : [];
    }),
  );
  const error = results.find((result) => result.error)?.error ?? 'no result';
  return caseIds.map((id) => {
    const record = byId.get(id);
    if (!record) throw new BarRaiserError('internal', `The eval runner lost ${id}: ${error}.`);
    return record;
  });
}

/** How the viewer of all runs so far is started. */
export function viewerCommand(options: readonly string[]) {
  return {
    path: process.execPath,
    arguments: [binary, 'view', ...options],
    options: { cwd: directory, stdio: 'inherit', env: { ...process.env, ...quiet } } as const,
  };
}
