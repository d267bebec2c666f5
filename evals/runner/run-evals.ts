import { join } from 'node:path';
import { startReplayServer } from '#evals/replay/server.ts';
import { redirected, upstreamOf } from '#evals/replay/variables.ts';
import { runCase } from '#evals/suites/all.ts';
import { type CaseRecord, suiteIds } from '#evals/suites/finding.ts';
import { createGraders } from '#evals/suites/graders.ts';
import { type Choice, chosenCases } from './choice.ts';
import { headerOf } from './header.ts';
import { installRunner, runByPromptfoo } from './promptfoo.ts';
import type { RunRecord } from './run-record.ts';

export interface RunOptions {
  /** In this process, which needs no install and gives the same records; else by promptfoo, whose viewer then shows them. */
  direct: boolean;
  /** Answers of a model: kept in a file as they come, or taken from one. */
  recordings: { mode: 'record' | 'replay'; file: string } | null;
  directory: string;
  /** Milliseconds since the epoch. */
  clock: () => number;
  say: (line: string) => void;
}

/**
 * Runs the chosen suites and says how long it took without the install.
 * @throws BarRaiserError what making the graders throws; internal when the runner cannot be installed or loses a case.
 */
export async function runEvals(choice: Choice, options: RunOptions): Promise<RunRecord> {
  if (!options.direct) installRunner(options.say);
  if (options.recordings === null) return runCases(choice, options);
  const { mode, file } = options.recordings;
  const before = { ...process.env };
  const upstream = mode === 'record' ? upstreamOf(process.env) : null;
  const server = await startReplayServer({ file, upstream });
  try {
    Object.assign(process.env, redirected(process.env, server.url, mode === 'replay'));
    return await runCases(choice, options);
  } finally {
    process.env = before;
    await server.close();
  }
}

async function runCases(choice: Choice, options: RunOptions): Promise<RunRecord> {
  const { direct, recordings, directory, clock } = options;
  const begun = clock();
  const graders = createGraders(choice);
  const wanted = chosenCases(graders, choice);
  const cases: CaseRecord[] = [];
  if (direct) for (const each of wanted) cases.push(await runCase(graders, each));
  else {
    const ids = wanted.map(({ id }) => id);
    cases.push(...(await runByPromptfoo(choice, ids, join(directory, 'promptfoo.json'))));
  }
  const header = headerOf(wanted, {
    engine: graders.engineId,
    scope: choice.scope,
    wavers: !graders.deterministic,
    replay: recordings?.mode === 'replay',
    suites: suiteIds.filter((suite) => choice.suites.includes(suite)),
    seconds: (clock() - begun) / 1000,
    at: begun,
  });
  return { header, cases };
}
