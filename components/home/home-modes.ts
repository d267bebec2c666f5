import type { WhatNext } from '#lib/services/what-next.ts';

export interface Mode {
  href: string;
  name: string;
  what: string;
  /** what one would do there next, and where */
  next: { href: string; text: string };
}

/** A day's practice is five minutes: enough to be done daily. */
const dailySeconds = 5 * 60;

/** The three modes with what one would do in each next. */
export function homeModes({ study, drill }: Pick<WhatNext, 'study' | 'drill'>): Mode[] {
  return [
    {
      href: '/study',
      name: 'Study',
      what: 'A story that holds up, taken apart: what makes each section work, the follow-ups, a weak answer beside it.',
      next: study
        ? {
            href: `/study/${study.scenario.id}`,
            text: `${study.begun ? 'Go on with' : 'Read'} ${study.scenario.principleName}`,
          }
        : { href: '/study', text: 'You have read all of them' },
    },
    {
      href: '/drill',
      name: 'Drill',
      what: 'One piece at a time against the clock, from the library and from your own stories. What went badly comes back.',
      next: { href: '/drill', text: drillNext(drill) },
    },
    {
      href: '/mock',
      name: 'Mock',
      what: 'The interview: one story, three to six follow-ups, no feedback until the end. Then the debrief, with a vote.',
      next: { href: '/mock', text: 'Choose a question' },
    },
  ];
}

function drillNext({ due, secondsToday }: WhatNext['drill']): string {
  if (due === 1) return 'One exercise comes back today';
  if (due > 1) return `${due} exercises come back today`;
  return secondsToday >= dailySeconds ? 'Today is done; more if you like' : 'Five minutes';
}
