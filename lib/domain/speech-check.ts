import { foldedWords } from './fold-text.ts';
import { asksAboutStory, type Move } from './move.ts';
import { askedWhetherOnly } from './open-question.ts';
import {
  exampleFacts,
  type SaidWords,
  saidWords,
  unsaidNames,
  unsaidNumbers,
  unsaidQuotations,
} from './said-words.ts';
import { bareReaction, jargon, praiseOrComfort, verdictWords } from './speech-lexicon.ts';
import {
  leadSentencesAtMost,
  leadWordsAtMost,
  questionWordsAtMost,
  type SpeechProblem,
  spokenWordsAtMost,
} from './speech-problem.ts';
import { speechSentences, withoutQuotations } from './speech-sentences.ts';
import { earlierQuestions, likeEarlier } from './speech-similarity.ts';
import type { Transcript } from './transcript.ts';

export interface SpeechContext {
  move: Move;
  /** Up to and including the candidate's turn that is being answered. */
  transcript: Transcript;
  /** The published example of the scenario as one text (publishedExample): its facts belong to another story. */
  example: string;
}

export interface SentenceContext extends SpeechContext {
  /** Sentences of the same utterance that have been shown already. */
  shown: readonly string[];
  /** Whether the utterance ends with this sentence. */
  last: boolean;
}

/**
 * What is wrong with one sentence of an utterance in its place; empty when it may be shown. Checking every sentence
 * in order finds what checkSpeech finds, so that each can be shown as soon as it is complete.
 */
export function checkSentence(sentence: string, context: SentenceContext): SpeechProblem[] {
  const said = saidWords(context.transcript, context.move);
  return [
    ...new Set([
      ...manners(sentence, context),
      ...grounding(sentence, said, context),
      ...form(sentence, context),
    ]),
  ];
}

/**
 * What is wrong with the bar raiser's words for a move, after DESIGN section 4, Engine; empty when they may be said.
 * A question about the story: at most two sentences of 20 words, then one open question of at most 35 words, its
 * only question mark at its end. Every quotation, number and name stands in the candidate's turns. Never praise,
 * comfort, a verdict, jargon, a fact of the published example, or what was asked before.
 * The opening, a meta reply, a redirect and the closing: the same manners and grounding, at most 60 words (the
 * opening is as long as its question needs), at most one question mark, at the end.
 */
export function checkSpeech(text: string, context: SpeechContext): SpeechProblem[] {
  const sentences = speechSentences(text);
  if (sentences.length === 0) return ['empty'];
  const problems = sentences.flatMap((sentence, index) =>
    checkSentence(sentence, {
      ...context,
      shown: sentences.slice(0, index),
      last: index === sentences.length - 1,
    }),
  );
  return [...new Set(problems)];
}

function manners(sentence: string, { move }: SentenceContext): SpeechProblem[] {
  const own = withoutQuotations(sentence);
  const problems: SpeechProblem[] = [];
  const reacts = asksAboutStory(move) && bareReaction.test(own);
  if (praiseOrComfort.test(own) || reacts) problems.push('praise_or_comfort');
  if (verdictWords.test(own)) problems.push('verdict_words');
  if (jargon.test(own) && !(move.kind === 'opening' || repeats(move))) problems.push('jargon');
  return problems;
}

function grounding(sentence: string, said: SaidWords, { move, example }: SentenceContext): SpeechProblem[] {
  const problems: SpeechProblem[] = [];
  if (unsaidQuotations(sentence, said).length > 0) problems.push('quote_not_said');
  if (move.kind === 'opening' || move.kind === 'close') return problems;
  if (unsaidNumbers(sentence, said).length > 0) problems.push('number_not_said');
  if (unsaidNames(sentence, said, example).length > 0) problems.push('name_not_said');
  if (exampleFacts(sentence, said, example).length > 0) problems.push('example_fact');
  return problems;
}

function form(sentence: string, context: SentenceContext): SpeechProblem[] {
  const marks = sentence.match(/[?？]/gu)?.length ?? 0;
  if (!context.last && marks > 0) return ['question_mark_early'];
  if (marks > 1) return ['several_questions'];
  if (!asksAboutStory(context.move)) return looseForm(sentence, context, marks);
  const words = foldedWords(sentence).length;
  if (!context.last) {
    const problems: SpeechProblem[] = [];
    if (context.shown.length >= leadSentencesAtMost) problems.push('too_many_sentences');
    if (words > leadWordsAtMost) problems.push('sentence_too_long');
    return problems;
  }
  if (!/[?？]["'”’)]*$/u.test(sentence)) return ['no_question'];
  const problems: SpeechProblem[] = [];
  if (context.shown.length > leadSentencesAtMost) problems.push('too_many_sentences');
  if (words > questionWordsAtMost) problems.push('question_too_long');
  if (askedWhetherOnly(sentence)) problems.push('yes_no_question');
  if (likeEarlier(sentence, earlierQuestions(context.transcript))) problems.push('like_earlier_question');
  return problems;
}

function looseForm(sentence: string, { move, shown }: SentenceContext, marks: number): SpeechProblem[] {
  const problems: SpeechProblem[] = [];
  if (marks === 1 && !/[?？]["'”’)]*$/u.test(sentence)) problems.push('question_mark_early');
  const words = foldedWords([...shown, sentence].join(' ')).length;
  if (move.kind !== 'opening' && !repeats(move) && words > spokenWordsAtMost)
    problems.push('sentence_too_long');
  if (move.kind === 'redirect' && marks === 1 && askedWhetherOnly(sentence)) problems.push('yes_no_question');
  return problems;
}

/** A repeated or rephrased question is as long as it was. */
function repeats(move: Move): boolean {
  return move.kind === 'meta';
}
