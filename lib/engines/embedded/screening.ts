import type { Flag } from '#lib/domain/assessment.ts';
import { foreignTurns, type Stretch } from './foreign-turns.ts';
import { graderTalk } from './grader-talk.ts';
import { readLanguage } from './language.ts';
import { type Span, splitSentences } from './sentences.ts';

export interface Screened {
  /** The text with everything that is not scored replaced by line breaks, so that offsets stay those of the original. */
  text: string;
  flags: Flag[];
}

/** A passage this clear is addressed to the grading; beside one, half of it is enough. */
const clear = 1;
const besideClear = 0.25;
/** After a pause it takes more to take up the voice again. */
const afterPause = 0.5;
/** A run of orders or pleas may hold this many sentences without a sign of its own between two with one. */
const longestPause = 2;
const leastForeignCharacters = 16;

/**
 * Cuts out what is no part of a told story: orders to the grader, played turns of a system or an interviewer, markup,
 * score sheets, encoded text, passages in another language. In: a candidate's turn. Out: what is left to score.
 */
export function screen(text: string): Screened {
  const whole = readLanguage(text);
  if (whole === 'other') return { text: '', flags: ['unsupported_language'] };
  const turns = foreignTurns(text);
  const left = withoutStretches(text, turns);
  const spoken = addressedToGrading(splitSentences(left), turns);
  const foreign = whole === 'english' ? otherLanguage(splitSentences(left)) : [];
  const cut = [...turns, ...spoken, ...foreign];
  return { text: withoutStretches(text, cut), flags: cut.length > 0 ? ['instructions_in_answer'] : [] };
}

/** Sentences addressed to the grading, and the runs around them and around what was cut, as long as they go on in that voice. */
function addressedToGrading(sentences: readonly Span[], turns: readonly Stretch[]): Stretch[] {
  const clarity = sentences.map(({ text }) => graderTalk(text));
  const cut = clarity.map(
    (value, index) => value >= clear || (value >= besideClear && besideStretch(sentences, index, turns)),
  );
  const forwards = [...sentences.keys()];
  for (const order of [forwards, forwards.toReversed()]) {
    let passed: number[] | null = null;
    for (const index of order) {
      const needed = passed?.length ? afterPause : besideClear;
      if (!cut[index] && passed && passed.length <= longestPause && (clarity[index] ?? 0) >= needed) {
        for (const each of [...passed, index]) cut[each] = true;
      }
      if (cut[index]) passed = [];
      else passed?.push(index);
    }
  }
  return sentences.filter((_, index) => cut[index]);
}

/** Whether nothing but white space stands between a sentence and a stretch that was cut by its form. */
function besideStretch(sentences: readonly Span[], index: number, turns: readonly Stretch[]): boolean {
  const sentence = sentences[index];
  if (!sentence) return false;
  const previous = sentences[index - 1]?.end ?? 0;
  const next = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  return turns.some(
    ({ start, end }) => (start >= sentence.end && start < next) || (end <= sentence.start && end > previous),
  );
}

/** Sentences in another language; beside one, two of its function words are enough. */
function otherLanguage(sentences: readonly Span[]): Stretch[] {
  const long = sentences.map(({ text }) => text.length >= leastForeignCharacters);
  const sure = sentences.map(({ text }, index) => long[index] === true && readLanguage(text) === 'other');
  return sentences.filter(
    ({ text }, index) =>
      sure[index] ||
      (long[index] && (sure[index - 1] || sure[index + 1]) && readLanguage(text, 2) === 'other'),
  );
}

/** The text with stretches replaced by line breaks, one a unit. */
export function withoutStretches(text: string, stretches: readonly Stretch[]): string {
  return [...stretches]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end }) => left.slice(0, start) + '\n'.repeat(end - start) + left.slice(end),
      text,
    );
}
