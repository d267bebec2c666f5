import { z } from 'zod';

/** The parts of a told story, in the order they are told (STAR + Reflection). */
export const sections = ['situation', 'task', 'action', 'result', 'reflection'] as const;
export const sectionSchema = z.enum(sections);
export type Section = z.infer<typeof sectionSchema>;

export const sectionNames: Record<Section, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  reflection: 'Reflection',
};
