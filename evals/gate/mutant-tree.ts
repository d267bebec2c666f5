import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Mutant } from './mutants.ts';

const root = new URL('../../', import.meta.url).pathname;
const copied = ['lib', 'content', 'prompts', 'scripts', 'package.json'];
const evalsCopied = [
  'suites',
  'metrics',
  'runner',
  'assertions',
  'gate',
  'reporting',
  'replay',
  'training',
  'data',
  'baseline',
];

/** A copy of everything that grades and measures, to be changed and thrown away; what is installed is linked. */
export interface MutantTree {
  directory: string;
  /** Applies a mutant while `work` runs, and takes it back. @throws BarRaiserError internal when its line is gone. */
  withMutant: <Result>(mutant: Mutant, work: () => Result) => Result;
  remove: () => void;
}

export function createMutantTree(): MutantTree {
  const directory = mkdtempSync(join(tmpdir(), 'bar-raiser-mutants-'));
  for (const name of copied) cpSync(join(root, name), join(directory, name), { recursive: true });
  mkdirSync(join(directory, 'evals', 'reports'), { recursive: true });
  for (const name of evalsCopied)
    cpSync(join(root, 'evals', name), join(directory, 'evals', name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  cpSync(join(root, 'evals/models'), join(directory, 'evals/models'), { recursive: true });
  mkdirSync(join(directory, 'evals/promptfoo'));
  for (const name of ['package.json', 'promptfooconfig.yaml'])
    cpSync(join(root, 'evals/promptfoo', name), join(directory, 'evals/promptfoo', name));
  symlinkSync(join(root, 'evals/promptfoo/node_modules'), join(directory, 'evals/promptfoo/node_modules'));
  return {
    directory,
    withMutant: (mutant, work) => {
      const path = join(directory, mutant.file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, mutated(text, mutant));
      try {
        return work();
      } finally {
        writeFileSync(path, text);
      }
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The text with the mutant in it. @throws BarRaiserError internal when its line does not stand there exactly once. */
export function mutated(text: string, { id, file, find, replace }: Mutant): string {
  if (text.split(find).length !== 2)
    throw new BarRaiserError(
      'internal',
      `The mutant ${id} no longer fits ${file}: its line does not stand there once.`,
    );
  return text.replace(find, () => replace);
}
