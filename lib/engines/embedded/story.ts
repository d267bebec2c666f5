import type { Sentence } from './features.ts';
import { readLanguage } from './language.ts';
import { languageFeatureNames } from './language-features.ts';
import { tokenize } from './tokens.ts';

const past = languageFeatureNames.indexOf('past_tense');
const hypothetical = languageFeatureNames.indexOf('hypothetical');
const figure = languageFeatureNames.indexOf('figure');
const leastWords = 12;
const solid = 1.5;

/**
 * Whether an answer tells of something that happened. None: too few words for any event, the question said back, text
 * that is no language, or nothing told as past while no criterion finds anything solid (`highest`, the best expected
 * score: some tell their story in the present). Of dev and train, no answer with a score above 1 tells nothing as past.
 */
export function tellsStory(sentences: readonly Sentence[], question: string, highest: number): boolean {
  const words = sentences.flatMap(({ tokens }) => tokens);
  if (words.length < leastWords) return false;
  const text = sentences.map((sentence) => sentence.text).join('\n');
  if (readLanguage(text) === 'none' || echoes(text, question)) return false;
  return highest >= solid || sentences.some(isTold);
}

/** A sentence that tells of an event: something past, not supposed. */
function isTold({ tokens, language }: Sentence): boolean {
  const supposed = (language[hypothetical] ?? 0) > 0;
  return (language[past] ?? 0) > 0 && !supposed && ((language[figure] ?? 0) > 0 || tokens.length >= 6);
}

function echoes(text: string, question: string): boolean {
  const asked = new Set(tokenize(question).map((token) => token.text));
  const said = tokenize(text);
  return said.filter((token) => asked.has(token.text)).length >= 0.85 * said.length;
}
