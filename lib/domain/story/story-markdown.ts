import { principleNames } from '#lib/domain/principle.ts';
import { sectionNames, sections } from '#lib/domain/section.ts';
import type { StoryContent, StoryNumber } from './story.ts';

/** How a line begins that would otherwise be taken for a heading of the file, however often it was escaped. */
const headingLike = /^\\*#/u;

/** The parts of a number, in the order they stand in its line. */
export const numberParts = [
  'what',
  'before',
  'after',
  'over',
  'worth',
] as const satisfies readonly (keyof StoryNumber)[];

/**
 * Stories as one Markdown file that a person can read, and write by hand: a story begins with `# Title`, a section
 * with `## Situation`; a number is a line `- what | before | after | over what time | what it was worth`.
 * read-story-markdown.ts reads it back to the same stories.
 */
export function storiesMarkdown(stories: readonly StoryContent[]): string {
  return stories.map(storyMarkdown).join('\n');
}

function storyMarkdown({ title, principles, sections: told, numbers }: StoryContent): string {
  const blocks = [
    `# ${title}`,
    ...(principles.length > 0
      ? [`Principles: ${principles.map((id) => listable(principleNames[id])).join('; ')}`]
      : []),
    ...sections
      .filter((section) => told[section] !== '')
      .map((section) => `## ${sectionNames[section]}\n\n${escaped(told[section])}`),
    ...(numbers.length > 0 ? [`## Numbers\n\n${numbers.map(numberLine).join('\n')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(headingLike, '\\$&'))
    .join('\n');
}

/** Names are listed with semicolons between them; the one name that holds a semicolon goes by its first half. */
export function listable(name: string): string {
  return name.split(';')[0] ?? name;
}

function numberLine(number: StoryNumber): string {
  const parts = numberParts.map((part) => number[part].replace(/[\\|]/gu, '\\$&'));
  const last = parts.findLastIndex((part) => part !== '');
  return `- ${parts.slice(0, last + 1).join(' | ')}`.trimEnd();
}
