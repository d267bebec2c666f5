import { join } from 'node:path';
import { runCase } from '#evals/suites/all.ts';
import { type CaseRecord, suiteIds } from '#evals/suites/finding.ts';
import { createGraders } from '#evals/suites/graders.ts';
import { type Choice, chosenCases } from './choice.ts';
import { headerOf } from './header.ts';
import { installRunner, runByPromptfoo } from './promptfoo.ts';
import type { RunRecord } from './run-record.ts';

/**
 * Runs the chosen suites. In: the choice; how: by promptfoo, whose viewer then shows the cases, or directly in this
 * process, which needs no install and gives the same records. `clock` in milliseconds since the epoch.
 */
export async function runEvals(
  choice: Choice,
  {
    direct,
    replay,
    directory,
    clock,
    say,
  }: {
    direct: boolean;
    replay: boolean;
    directory: string;
    clock: () => number;
    say: (line: string) => void;
  },
): Promise<RunRecord> {
  if (!direct) installRunner(say);
  const begun = clock();
  const graders = createGraders(choice);
  const wanted = chosenCases(graders, choice);
  const cases: CaseRecord[] = [];
  if (direct) for (const each of wanted) cases.push(await runCase(graders, each));
  else
    cases.push(
      ...runByPromptfoo(
        choice,
        wanted.map(({ id }) => id),
        join(directory, 'promptfoo.json'),
      ),
    );
  const header = headerOf(wanted, {
    engine: graders.engineId,
    scope: choice.scope,
    wavers: !graders.deterministic,
    replay,
    suites: suiteIds.filter((suite) => choice.suites.includes(suite)),
    seconds: (clock() - begun) / 1000,
    at: begun,
  });
  return { header, cases };
}
