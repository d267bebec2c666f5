import { z } from 'zod';

/** The parts of a scenario's page, in the order they are read. */
export const studyParts = ['story', 'probes', 'weak_answer', 'retellings', 'quiz'] as const;
export const studyPartSchema = z.enum(studyParts);
export type StudyPart = z.infer<typeof studyPartSchema>;

/** How far a scenario was read. */
export type ReadSoFar = 'none' | 'part' | 'all';

/** How far a scenario was read, from the parts that were. */
export function readSoFar(read: readonly StudyPart[]): ReadSoFar {
  if (read.length === 0) return 'none';
  return studyParts.every((part) => read.includes(part)) ? 'all' : 'part';
}
