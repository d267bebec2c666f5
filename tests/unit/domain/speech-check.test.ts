import { describe, expect, test } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { checkSentence, checkSpeech } from '#lib/domain/speech-check.ts';
import { asking, barRaiserTurn, openingMove, toldStory } from '#tests/support/bar-raiser-moves.ts';
import { candidateTurn } from '#tests/support/bench.ts';

const story =
  'In March our nightly export lost 412 rows. I told Deepa, the platform lead, that we should stop it. We wrote the fix in five days.';
const example = publishedExample(findScenario(loadLibrary(), 'hbdc'));
const transcript = toldStory(story);
const move = asking('gap', 'Which part of that was yours?');
const check = (text: string) => checkSpeech(text, { move, transcript, example });

describe('a question about the story', () => {
  test.each([
    'Which part of that was yours?',
    'You said "we wrote the fix". Which part of that was yours?',
    "You said 'we' wrote it. Which part was yours?",
    'What did Deepa say to that?',
    'You lost 412 rows. How did you find out?',
    'How did you spend those 5 days?',
    'Going back a little, you said “I told Deepa, the platform lead”. What did she say?',
  ])('may be said: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test.each([
    ['', 'empty'],
    ['Tell me about your part.', 'no_question'],
    ['What did you do? And why?', 'question_mark_early'],
    ['What did you do?? Really?', 'question_mark_early'],
    ['One. Two. Three. What did you do?', 'too_many_sentences'],
    [`You said ${'that and '.repeat(10)}more. What did you do?`, 'sentence_too_long'],
    [`What did you do ${'and then after it all '.repeat(7)}on the day?`, 'question_too_long'],
    ['Did you measure it?', 'yes_no_question'],
    ["That's great. What did you do next?", 'praise_or_comfort'],
    ["Don't worry. What did you do next?", 'praise_or_comfort'],
    ['Thanks for sharing that. What did you do next?', 'praise_or_comfort'],
    ['That sounds vague. What did you do next?', 'verdict_words'],
    ['For a strong hire I need more. What did you do?', 'verdict_words'],
    ['Let us come to Ownership. What did you do?', 'jargon'],
    ['In STAR terms, what was the action?', 'jargon'],
    ['What about Dive Deep made you do it?', 'jargon'],
    ['You said "I wrote the fix". Which part was yours?', 'quote_not_said'],
    ['How did 900 rows get lost?', 'number_not_said'],
    ['What did you do in those three weeks?', 'number_not_said'],
    ['What did Ravi say to that?', 'name_not_said'],
    ['What did the Platform team say to the Merchants?', 'name_not_said'],
    ['What did the drop rate look like?', 'example_fact'],
    ['How did you reproduce the race condition?', 'example_fact'],
  ])('may not be said: %s -> %s', (text, problem) => {
    expect(check(text)).toContain(problem);
  });

  test('what was asked before may not be asked again', () => {
    const asked = [
      ...transcript,
      barRaiserTurn('b1', 'Let me stay on that. Which part of that was yours?', move),
      candidateTurn('r1', 'The script.'),
    ];
    const again = (text: string) => checkSpeech(text, { move, transcript: asked, example });
    expect(again('Which part of that was really yours?')).toContain('like_earlier_question');
    expect(again('What did the others do?')).toEqual([]);
  });

  test('a quotation of one word that was never said fails, however it is quoted', () => {
    expect(check("You said 'they' wrote it. Which part was yours?")).toContain('quote_not_said');
  });

  test("an apostrophe opens no quotation: don't, Deepa's, the others'", () => {
    expect(check("What didn't work about Deepa's answer and the others' view?")).toEqual([]);
  });
});

describe('other moves', () => {
  test('the closing thanks, names what comes next and asks nothing', () => {
    const { script } = loadLibrary();
    for (const [because, wording] of Object.entries(script.close)) {
      const close = { kind: 'close', reason: '', wording, because: 'covered' } as const;
      expect(checkSpeech(wording, { move: close, transcript, example }), because).toEqual([]);
    }
    const close = { kind: 'close', reason: '', wording: '', because: 'covered' } as const;
    expect(checkSpeech('Excellent, thank you.', { move: close, transcript, example })).toContain(
      'praise_or_comfort',
    );
    expect(checkSpeech('You passed. Goodbye.', { move: close, transcript, example })).toContain(
      'verdict_words',
    );
  });

  test('the opening may name what its question names', () => {
    expect(checkSpeech(openingMove.wording, { move: openingMove, transcript: [], example })).toEqual([]);
  });
});

describe('sentence by sentence', () => {
  const at = (shown: string[], last: boolean) => ({ move, transcript, example, shown, last });

  test('a first sentence may be shown before the rest is known', () => {
    expect(checkSentence('You said "we wrote the fix".', at([], false))).toEqual([]);
  });

  test('a question before the last sentence fails', () => {
    expect(checkSentence('Which part was yours?', at([], false))).toEqual(['question_mark_early']);
    expect(checkSentence('Which part was yours?', at([], true))).toEqual([]);
  });

  test('a third sentence before the question fails', () => {
    expect(checkSentence('One more thing.', at(['One.', 'Two.'], false))).toContain('too_many_sentences');
  });
});
