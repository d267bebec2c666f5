import type { WhatNext } from '#lib/services/what-next.ts';
import type { Mode } from './mode-list.tsx';

/** The three modes with what one would do in each next. */
export function homeModes({ study }: Pick<WhatNext, 'study'>): Mode[] {
  return [
    {
      href: study ? `/study/${study.scenario.id}` : '/study',
      name: 'Study',
      what: 'A story that holds up, taken apart: what makes each section work, the follow-ups, a weak answer beside it.',
      next: study
        ? `${study.begun ? 'Go on with' : 'Read'} ${study.scenario.principleName}`
        : 'You have read all of them',
    },
    {
      href: '/drill',
      name: 'Drill',
      what: 'One piece at a time against the clock, from the library and from your own stories. What went badly comes back.',
      next: 'Five minutes',
    },
    {
      href: '/mock',
      name: 'Mock',
      what: 'The interview: one story, three to six follow-ups, no feedback until the end. Then the debrief, with a vote.',
      next: 'Choose a question',
    },
  ];
}
