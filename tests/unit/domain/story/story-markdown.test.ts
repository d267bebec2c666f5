import fc from 'fast-check';
import { expect, test } from 'vitest';
import { principleSchema } from '#lib/domain/principle.ts';
import { readStoriesMarkdown } from '#lib/domain/story/read-story-markdown.ts';
import { type StoryContent, sameContent, storyContentSchema } from '#lib/domain/story/story.ts';
import { storiesMarkdown } from '#lib/domain/story/story-markdown.ts';

const written = `# The export that came late

principles: have backbone; disagree and commit; DIVE DEEP; frugality

## situation
Six percent of the files were late.

\\# not a heading

## ACTION
I rewrote the join.

## Numbers
- Late files | 6 % | 0.2 % | four weeks | 31 wrong orders a day fewer
* Cost of the server \\| the second one | | 0
`;

test('reads what a person wrote by hand, whatever the case of its headings', () => {
  const [story] = readStoriesMarkdown(written);
  expect(story).toMatchObject({
    title: 'The export that came late',
    principles: ['have-backbone-disagree-and-commit', 'dive-deep', 'frugality'],
    sections: {
      situation: 'Six percent of the files were late.\n\n# not a heading',
      task: '',
      action: 'I rewrote the join.',
    },
    numbers: [
      {
        what: 'Late files',
        before: '6 %',
        after: '0.2 %',
        over: 'four weeks',
        worth: '31 wrong orders a day fewer',
      },
      { what: 'Cost of the server | the second one', before: '', after: '0', over: '', worth: '' },
    ],
  });
});

test.each([
  ['', 1, 'begins with its title'],
  ['\n\nHello', 3, 'before the first story'],
  ['# One\n\n## Plot\n', 3, '"Plot" is no part'],
  ['# One\n\n## Task\nx\n## Task\ny', 5, 'twice'],
  ['# One\nPrinciples: Ownership; Kindness', 2, '"Kindness"'],
  ['# One\nJust text', 2, 'Between the title'],
  ['# One\n## Numbers\n- a | b | c | d | e | f', 3, 'at most five'],
  ['# One\n## Numbers\nno list', 3, '"- what'],
  ['# One\n## Numbers\n- | 3', 3, 'what it is about'],
  [`# One\n## Task\nx\n\n# Two\n## Task\n${'long '.repeat(900)}`, 5, '4,000 characters'],
])('says where %j cannot be read', (markdown, line, what) => {
  const read = () => readStoriesMarkdown(markdown);
  expect(read).toThrow(expect.objectContaining({ code: 'story_unreadable' }));
  expect(read).toThrow(new RegExp(`^Line ${line}:`));
  expect(read).toThrow(what);
});

const hard = fc.constantFrom(
  '# ',
  '## Task',
  '\\#',
  '|',
  '\\',
  '- ',
  '\n',
  '\r\n',
  '\u2028',
  ' ',
  'C#',
  'Principles: x',
  'ß',
  '😀',
  '"',
);
const text = fc
  .array(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const number = fc.record({
  what: text.map((words) => `n${words}`),
  before: text,
  after: text,
  over: text,
  worth: text,
});
const stories: fc.Arbitrary<StoryContent[]> = fc
  .array(
    fc.record({
      title: text.map((words) => `${words}t`),
      sections: fc.record({ situation: text, task: text, action: text, result: text, reflection: text }),
      numbers: fc.array(number, { maxLength: 3 }),
      principles: fc.uniqueArray(fc.constantFrom(...principleSchema.options), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((story) => storyContentSchema.parse(story)));

test('reads back every story it writes, to the letter', () => {
  fc.assert(
    fc.property(stories, (all) => {
      const read = readStoriesMarkdown(storiesMarkdown(all));
      expect(read).toEqual(all);
      expect(all.every((story, at) => read[at] && sameContent(story, read[at]))).toBe(true);
    }),
    { numRuns: 400, seed: 6 },
  );
});

test('a story that was tidied once stays as it is', () => {
  fc.assert(
    fc.property(stories, ([story]) => {
      expect(storyContentSchema.parse(story)).toEqual(story);
    }),
    { seed: 6 },
  );
});
