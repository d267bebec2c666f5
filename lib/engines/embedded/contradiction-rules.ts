import { contradictingCourse } from './contradicting-course.ts';
import { contradictingFigures } from './contradicting-figures.ts';
import { contradictingPeople } from './contradicting-people.ts';
import type { ContradictionRule } from './contradiction-rule.ts';

/** In the order in which a contradiction is worth asking about: the work itself, who did it, the figures. */
export const contradictionRules: readonly ContradictionRule[] = [
  ...contradictingCourse,
  ...contradictingPeople,
  ...contradictingFigures,
];
