import type { Labelled } from './data.ts';
import { writerOf } from './data.ts';

export const foldCount = 8;

/** The fold of each answer: whole writers, dealt out in the order they first appear, so that each fold mixes both files. */
export function foldsByWriter(answers: readonly Labelled[]): number[] {
  const writers = [...new Set(answers.map(writerOf))];
  return answers.map((answer) => writers.indexOf(writerOf(answer)) % foldCount);
}
