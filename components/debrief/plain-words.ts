import type { Flag, Rating } from '#lib/domain/assessment.ts';
import type { CloseReason } from '#lib/domain/move.ts';
import type { SectionPace } from '#lib/domain/report-schema.ts';

/** What a flag means to the person it is raised for. */
export const flagWords: Record<Flag, { title: string; text: string }> = {
  instructions_in_answer: {
    title: 'Instructions to the grader',
    text: 'Part of what you said speaks to the grader, not to the bar raiser. It was taken as nothing said.',
  },
  matches_published_example: {
    title: 'A published example',
    text: 'Much of this follows an example from the library word for word. A story counts only when it is yours.',
  },
  no_story: {
    title: 'No story was told',
    text: 'There was no event of your own to read, so there is nothing to vote on yet.',
  },
  unsupported_language: {
    title: 'Not in English',
    text: 'Only English is read so far. This is no judgement of what you said.',
  },
  contradiction: {
    title: 'Two statements that do not fit',
    text: 'Two things you said cannot both be true. A bar raiser notices, and asks.',
  },
};

export const ratingWords: Record<Rating, string> = { 0: 'Weak', 1: 'Mixed', 2: 'Strong' };

export const paceWords: Record<SectionPace['verdict'], string> = {
  missing: 'not told',
  short: 'short',
  within: 'on target',
  long: 'long',
};

export const closeWords: Record<CloseReason, string> = {
  covered: 'It closed because nothing still open could have changed the vote.',
  limit: 'It closed after the most questions an interview may have.',
  time: 'It closed because the time was up.',
  no_story: 'It closed because no story was told.',
  refused: 'It closed after two questions in a row went unanswered.',
  ended: 'It closed because you ended it.',
};
