import { describe, expect, test } from 'vitest';
import { recogniseMeta } from '#lib/domain/meta-turn.ts';
import { metaKindSchema } from '#lib/domain/move.ts';
import { benchRows } from '#tests/support/bench.ts';

const said: Record<string, readonly string[]> = {
  repeat: [
    'Can you repeat that?',
    'sorry could you say that again please',
    "Sorry, I didn't catch that, could you say it again?",
    'What was the question again?',
    'pardon?',
    'um can you repeat the question',
    'Could you please repeat the question once more?',
  ],
  wait: [
    'one moment please',
    'um let me think',
    'let me think about that for a second',
    "That's a good question, let me think.",
    'give me a sec',
    'wait a second',
    'Can I have a minute to think?',
  ],
  clarify: [
    'what do you mean by that?',
    'What do you mean by durable?',
    "I'm not sure I understand the question",
    'Do you mean the first release or the second?',
    'Does it have to be from work?',
    'could you explain the question?',
  ],
  another_story: [
    'can I take another story?',
    'Could I use a different example instead?',
    'let me tell you about a different situation',
    'actually can i start over with another story',
  ],
  greeting: [
    'hi, ready when you are',
    'Hello!',
    "Hi, I'm Anna, nice to meet you.",
    'Hi there, good morning! Thanks for having me.',
  ],
  end: [
    "let's stop here",
    "I'd like to end the interview",
    'Can we stop here please',
    'I would like to stop the interview now, thank you.',
    'Stop',
    'I have to go now',
  ],
};

describe('turns about the conversation', () => {
  test.each(Object.entries(said).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    '%s: %s',
    (kind, text) => {
      for (const storyTold of [true, false]) expect(recogniseMeta(text, { storyTold })).toBe(kind);
    },
  );

  test.each([
    "I don't have an example",
    'i dont have one',
    'nothing comes to mind',
    "I can't think of a time like that",
    'i have never been in such a situation',
    "I don't have a story like that, sorry.",
  ])('having no story counts before a story and is a reply after one: %s', (text) => {
    expect(recogniseMeta(text, { storyTold: false })).toBe('no_story');
    expect(recogniseMeta(text, { storyTold: true })).toBeNull();
  });

  test.each(['yes', "okay, I'm ready", 'sure'])('being there is a greeting before the story: %s', (text) => {
    expect(recogniseMeta(text, { storyTold: false })).toBe('greeting');
  });
});

describe('answers that only sound like it', () => {
  test.each([
    'she asked me to repeat the test',
    'Can you repeat that? Sure: in 2021 I moved the service to the new cluster.',
    "I don't have exact numbers",
    "I can't share that",
    "I'd rather not say",
    "I don't know",
    'Let me think. It was in 2021, we had a big outage.',
    'I stopped the rollout.',
    'We stopped here.',
    'I asked them what do you mean by that',
    'I told them to hold on',
    'I let them think',
    'I had to wait a second for the build.',
    'We need to stop.',
    'my manager',
    'no',
    '',
  ])('%j', (text) => {
    expect(recogniseMeta(text, { storyTold: true })).toBeNull();
  });

  test('a long turn has something to say', () => {
    const long = `Can you repeat that? ${'please repeat it '.repeat(15)}`;
    expect(recogniseMeta(long, { storyTold: true })).toBeNull();
  });

  test.each(['dev', 'train'] as const)('no answer and no reply of %s is one', (file) => {
    const texts = benchRows(file).flatMap(({ answer, followups }) => [
      answer,
      ...followups.map(({ reply }) => reply),
    ]);
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) {
      expect(recogniseMeta(text, { storyTold: false }), text).toBeNull();
      expect(recogniseMeta(text, { storyTold: true }), text).toBeNull();
    }
  });
});

test('every kind is recognised by some turn of this file', () => {
  expect([...Object.keys(said), 'no_story'].sort()).toEqual([...metaKindSchema.options].sort());
});
