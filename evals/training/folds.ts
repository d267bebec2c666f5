import { type Labelled, writerOf } from './data.ts';

export const foldCount = 8;

/**
 * The fold of each answer: whole writers, dealt out in the order they first appear, so that each fold mixes both files.
 * The supplement's fold says where its writer is left out for the later layers, which learn from readings by models that
 * did not see the writer; no fold is measured on it, so every fold's own model learns from all.
 */
export function foldsByWriter(answers: readonly Labelled[]): number[] {
  const writers = [...new Set(answers.map(writerOf))];
  return answers.map((answer) => writers.indexOf(writerOf(answer)) % foldCount);
}
