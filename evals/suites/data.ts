import { createHash } from 'node:crypto';
import { type Labelled, readLabelled, readLines } from '#evals/training/data.ts';
import { type Attack, attackSchema } from '#evals/training/measure-attacks.ts';
import { type Pair, pairSchema } from '#evals/training/measure-pairs.ts';

export interface EvalData {
  labelled: readonly Labelled[];
  attacks: readonly Attack[];
  pairs: readonly Pair[];
}

let loaded: EvalData | undefined;

/** Everything in evals/data, read once a process. */
export function readEvalData(): EvalData {
  loaded ??= {
    labelled: readLabelled(),
    attacks: readLines(new URL('../data/attacks.jsonl', import.meta.url).pathname, attackSchema),
    pairs: readLines(new URL('../data/pairs.jsonl', import.meta.url).pathname, pairSchema),
  };
  return loaded;
}

/** SHA-256 of what a value says, the order of keys as it stands. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
