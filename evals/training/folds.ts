import { type Labelled, writerOf } from './data.ts';

export const foldCount = 8;

/** The fold of each answer: whole writers, dealt out in the order they first appear, so that each fold mixes both files. */
export function foldsByWriter(answers: readonly Labelled[]): number[] {
  const writers = [...new Set(answers.map(writerOf))];
  return answers.map((answer) => writers.indexOf(writerOf(answer)) % foldCount);
}

/**
 * The fold with which the answers of each writer of the supplement are left out where the later layers learn from
 * readings by models that did not see the writer. No fold is measured on them, so every fold's own model learns from all.
 */
export function supplementFolds(answers: readonly Labelled[]): number[] {
  const writers = [...new Set(answers.map(writerOf))];
  return answers.map((answer) => writers.indexOf(writerOf(answer)) % foldCount);
}
