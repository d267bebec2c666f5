import type { Flag } from '#lib/domain/assessment.ts';
import type { ExerciseResult, Reason } from './result.ts';

const words: Partial<Record<Flag, { about: string; text: string }>> = {
  instructions_in_answer: {
    about: 'Words to the grader',
    text: 'Part of this speaks to the grader. It was taken as nothing said.',
  },
  contradiction: { about: 'Two statements that do not fit', text: 'Two things here cannot both be true.' },
};

/** What the engine noticed beside the scores, where it costs something. */
export function flagReasons(flags: readonly Flag[]): Reason[] {
  return flags.flatMap((flag) => {
    const said = words[flag];
    return said ? [{ kind: 'cost' as const, ...said, quote: null }] : [];
  });
}

/**
 * The result of what cannot be scored, or null where it can: another language is no score at all, a published example
 * said back is 0, because nothing of one's own was practised.
 */
export function unread(flags: readonly Flag[], engine: string): ExerciseResult | null {
  const result = { rating: null, seconds: null, engine };
  if (flags.includes('unsupported_language')) {
    const text = 'Only English is read so far. This is no judgement of what you wrote, and does not count.';
    return {
      ...result,
      score: null,
      reasons: [{ kind: 'cost', about: 'Not in English', text, quote: null }],
    };
  }
  if (flags.includes('matches_published_example')) {
    const text = 'This follows the published example word for word. Tell it from a story of your own.';
    return {
      ...result,
      score: 0,
      reasons: [{ kind: 'cost', about: 'A published example', text, quote: null }],
    };
  }
  return null;
}

/** What is written in a language that cannot be read has no score. */
export function otherLanguage(engine: string): ExerciseResult {
  const text = 'Only English is read so far. This is no judgement of what you wrote, and does not count.';
  const reasons: Reason[] = [{ kind: 'cost', about: 'Not in English', text, quote: null }];
  return { score: null, reasons, rating: null, seconds: null, engine };
}
