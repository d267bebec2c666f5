import { sectionLabels, sectionOrder } from '#components/labels.ts';
import type { ExerciseKind } from '#lib/domain/drill/exercise.ts';
import type { SessionEntry } from '#lib/domain/drill/session-entry.ts';

/** The kinds as they are chosen from, in the order of the page. */
export const kindOrder = [
  'section',
  'probe',
  'flaw',
  'rewrite',
  'numbers',
  'quiz',
] as const satisfies readonly ExerciseKind[];

export const kindWords: Record<ExerciseKind, { name: string; what: string; task: string }> = {
  section: {
    name: 'One section',
    what: 'Tell one part of a story against its clock.',
    task: 'Tell this part of a story of your own',
  },
  probe: {
    name: 'One follow-up',
    what: 'Answer what a bar raiser asks next, and see it rated.',
    task: 'Answer the follow-up',
  },
  flaw: {
    name: 'Spot the flaw',
    what: 'Mark the words that sink a weak answer.',
    task: 'Mark the words that sink this answer',
  },
  rewrite: {
    name: 'I, not we',
    what: 'Tell it again so that one hears who did what.',
    task: 'Tell it again so that one hears who did what',
  },
  numbers: {
    name: 'Number hunt',
    what: 'Add where it stood before, the change, and what that was worth.',
    task: 'Add what was measured, and what it was worth',
  },
  quiz: { name: 'Quiz', what: 'One question, four answers.', task: 'Choose' },
};

/** What an exercise of a list is about, in its own words where it has some. */
export function entryTitle({ kind, about, story, question }: SessionEntry): string {
  if (kind !== 'section') return kind === 'probe' || kind === 'quiz' ? about : (story?.title ?? question);
  const section = sectionOrder.find((each) => each === about);
  return `${section ? sectionLabels[section] : about}: ${story?.title ?? question}`;
}

/** Days practised, said plainly; a row that ended is not mentioned. */
export function practiceWords({ total, inARow }: { total: number; inARow: number }): string {
  if (total === 0) return 'No day of practice yet.';
  const days = total === 1 ? 'One day of practice' : `${total} days of practice`;
  return inARow > 1 ? `${days}, the last ${inARow} in a row.` : `${days}.`;
}

/** About how long, in words: 275 seconds is "about 5 minutes". */
export function aboutMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

/** The last four weeks in a sentence, for those who do not see the picture. */
export function calendarWords(calendar: readonly { day: string; exercises: number }[]): string {
  const practised = calendar.filter(({ exercises }) => exercises > 0);
  if (practised.length === 0) return 'The last four weeks: no practice yet';
  const days = practised.map(({ day, exercises }) => `${day}: ${exercises}`).join(', ');
  return `The last four weeks, exercises a day: ${days}`;
}
