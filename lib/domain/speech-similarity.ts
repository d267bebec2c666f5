import { foldedWords } from './fold-text.ts';
import { asksAboutStory } from './move.ts';
import { speechSentences, withoutQuotations } from './speech-sentences.ts';
import type { Transcript } from './transcript.ts';

/**
 * Two questions count as the same from this share of common words on (Jaccard over the folded words of the question
 * sentence, quotations left out). "What did you do first?" and "What did you do next?" share 0.67 and are two
 * questions; the same question with one small word changed shares 0.75 and more.
 */
const sameFrom = 0.7;

/** The question sentences the bar raiser has put about the present and earlier stories. */
export function earlierQuestions(transcript: Transcript): string[] {
  return transcript.flatMap((turn) =>
    turn.speaker === 'bar_raiser' && asksAboutStory(turn.move) ? speechSentences(turn.text).slice(-1) : [],
  );
}

export function likeEarlier(question: string, earlier: readonly string[]): boolean {
  return earlier.some((other) => shareOfWords(question, other) >= sameFrom);
}

/** Common words over all words, 0 to 1. */
export function shareOfWords(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => new Set(foldedWords(withoutQuotations(text))));
  if (!first || !second) return 0;
  const common = first.intersection(second).size;
  const all = first.union(second).size;
  return all === 0 ? 0 : common / all;
}
