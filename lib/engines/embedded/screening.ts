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
const besideClear = 0.3;
const leastForeignCharacters = 16;

/**
 * Cuts out what is no part of a told story: orders to the grader, played turns of a system or an interviewer, markup,
 * score sheets, encoded text, passages in another language. In: a candidate's turn. Out: what is left to score.
 */
export function screen(text: string): Screened {
  const whole = readLanguage(text);
  if (whole === 'other') return { text: '', flags: ['unsupported_language'] };
  const turns = foreignTurns(text);
  const left = blank(text, turns);
  const spoken = addressedToGrading(splitSentences(left));
  const foreign = whole === 'english' ? otherLanguage(splitSentences(left)) : [];
  const cut = [...turns, ...spoken, ...foreign];
  return { text: blank(text, cut), flags: cut.length > 0 ? ['instructions_in_answer'] : [] };
}

function addressedToGrading(sentences: readonly Span[]): Stretch[] {
  const clarity = sentences.map(({ text }) => graderTalk(text));
  const cut = clarity.map((value) => value >= clear);
  // Orders run on: from a clear one outwards, as long as the neighbours go on in that voice.
  for (const step of [1, -1]) {
    for (let at = step === 1 ? 1 : sentences.length - 2; at >= 0 && at < sentences.length; at += step) {
      if (cut[at - step] && (clarity[at] ?? 0) >= besideClear) cut[at] = true;
    }
  }
  return sentences.filter((_, index) => cut[index]);
}

function otherLanguage(sentences: readonly Span[]): Stretch[] {
  return sentences.filter(
    ({ text }) => text.length >= leastForeignCharacters && readLanguage(text) === 'other',
  );
}

/** The text with stretches replaced by line breaks, one a unit. */
function blank(text: string, stretches: readonly Stretch[]): string {
  return [...stretches]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end }) => left.slice(0, start) + '\n'.repeat(end - start) + left.slice(end),
      text,
    );
}
