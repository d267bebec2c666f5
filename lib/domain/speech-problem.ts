import { z } from 'zod';

/** What can be wrong with the bar raiser's words; a closed list, counted where a model speaks. */
export const speechProblems = [
  'empty',
  'no_question',
  'several_questions',
  'question_mark_early',
  'too_many_sentences',
  'sentence_too_long',
  'question_too_long',
  'yes_no_question',
  'praise_or_comfort',
  'verdict_words',
  'jargon',
  'quote_not_said',
  'number_not_said',
  'name_not_said',
  'example_fact',
  'like_earlier_question',
] as const;
export const speechProblemSchema = z.enum(speechProblems);
export type SpeechProblem = z.infer<typeof speechProblemSchema>;

/** Sentences before the question, and words in one of them and in the question (DESIGN section 4, Engine). */
export const leadSentencesAtMost = 2;
export const leadWordsAtMost = 20;
export const questionWordsAtMost = 35;
/** Turns that ask nothing about the story (meta turns, the closing) stay as short. */
export const spokenWordsAtMost = 60;
