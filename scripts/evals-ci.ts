import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * What the pipeline runs on every pull request, and what a person runs to see what it will say: the evals, then the gate
 * over them. Its exit code is the gate's: 0 green, 1 red, 2 it cannot be told. Options go to the evals.
 */
const node = (script: string, options: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, script), ...options], { stdio: 'inherit' }).status ??
  1;

const ran = node('evals.ts', process.argv.slice(2));
process.exitCode = ran === 0 ? node('evals-gate.ts', []) : ran;
