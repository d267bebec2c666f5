import type { Level } from '#lib/domain/level.ts';
import type { Section } from '#lib/domain/section.ts';
import type { Verdict, Vote } from '#lib/domain/verdict.ts';

/*
 * The domain's words once more, as types and plain objects: importing them from the domain would bring its schema
 * library into the browser's first load. A test holds the two together.
 */
export const levelOrder = ['sde1', 'sde2', 'senior'] as const satisfies readonly Level[];
export const levelLabels: Record<Level, string> = { sde1: 'SDE1', sde2: 'SDE2', senior: 'Senior' };

export const verdictOrder = [
  'strong_no_hire',
  'no_hire',
  'hire',
  'strong_hire',
] as const satisfies readonly Verdict[];
export const voteLabels: Record<Vote, string> = {
  strong_no_hire: 'Strong No Hire',
  no_hire: 'No Hire',
  hire: 'Hire',
  strong_hire: 'Strong Hire',
  not_enough_evidence: 'Not enough evidence',
};

export const sectionOrder = [
  'situation',
  'task',
  'action',
  'result',
  'reflection',
] as const satisfies readonly Section[];
export const sectionLabels: Record<Section, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  reflection: 'Reflection',
};
