import type { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { foldedLine } from '#lib/domain/fold-text.ts';
import { type Principle, principleNames, principleSchema } from '#lib/domain/principle.ts';
import { type Section, sectionNames, sections } from '#lib/domain/section.ts';
import { cleanText } from '#lib/domain/turn-text.ts';
import { type StoryContent, storyContentSchema } from './story.ts';
import { listable, numberParts } from './story-markdown.ts';

/** A story as it is being read, with the line its title stands in. */
interface Draft {
  line: number;
  title: string;
  principles: Principle[];
  sections: Partial<Record<Section, string[]>>;
  numbers: Record<string, string>[];
  place: Section | 'numbers' | 'head';
  seen: Set<string>;
}

/**
 * Reads stories from Markdown in the form story-markdown.ts writes. Headings and principles are found whatever their
 * case; a section may be missing; blank lines do not matter around anything.
 * @throws BarRaiserError story_unreadable, naming the line (from 1) and what to change there.
 */
export function readStoriesMarkdown(markdown: string): StoryContent[] {
  const drafts: Draft[] = [];
  const lines = cleanText(markdown.replace(/^\uFEFF/u, '')).split('\n');
  // cleanText drops blank lines at the start: they count all the same.
  const skipped = leadingLines(markdown);
  for (const [index, text] of lines.entries()) readLine(drafts, text, index + 1 + skipped);
  if (drafts.length === 0)
    throw unreadable(1, 'A story begins with its title: "# The night the export was late".');
  return drafts.map(finish);
}

function leadingLines(markdown: string): number {
  const before = /^[\s\uFEFF]*/u.exec(markdown)?.[0] ?? '';
  return before.replace(/\r\n?/gu, '\n').split('\n').length - 1;
}

function readLine(drafts: Draft[], text: string, line: number): void {
  const heading = /^(#{1,6})\s+(.*?)\s*$/u.exec(text);
  if (heading?.[1] === '#') {
    drafts.push(begin(heading[2] ?? '', line));
    return;
  }
  const draft = drafts.at(-1);
  if (!draft) {
    if (text.trim() === '') return;
    throw unreadable(line, 'Words before the first story. A story begins with its title: "# My title".');
  }
  if (heading) enter(draft, heading[2] ?? '', line);
  else if (draft.place === 'head') readHead(draft, text, line);
  else if (draft.place === 'numbers') readNumber(draft, text, line);
  else draft.sections[draft.place]?.push(text.replace(/^\\(\\*#)/u, '$1'));
}

function begin(title: string, line: number): Draft {
  if (title === '') throw unreadable(line, 'The story needs a title behind the "#".');
  return { line, title, principles: [], sections: {}, numbers: [], place: 'head', seen: new Set() };
}

function enter(draft: Draft, heading: string, line: number): void {
  const name = foldedLine(heading);
  const section = sections.find((each) => foldedLine(sectionNames[each]) === name);
  const place = section ?? (name === 'numbers' ? 'numbers' : null);
  if (!place) {
    const known = [...sections.map((each) => sectionNames[each]), 'Numbers'].join(', ');
    throw unreadable(
      line,
      `"${heading}" is no part of a story. The parts are ${known}; put a backslash before a "#" that is text.`,
    );
  }
  if (draft.seen.has(place)) throw unreadable(line, `${heading} is there twice in this story.`);
  draft.seen.add(place);
  draft.place = place;
  if (place !== 'numbers') draft.sections[place] = [];
}

function readHead(draft: Draft, text: string, line: number): void {
  if (text.trim() === '') return;
  const listed = /^\s*principles?\s*:\s*(.*)$/iu.exec(text);
  if (!listed)
    throw unreadable(line, 'Between the title and the first part only "Principles: ..." may stand.');
  draft.principles = (listed[1] ?? '')
    .replace(/(have backbone)\s*;\s*disagree and commit/iu, '$1')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => findPrinciple(name, line));
}

function findPrinciple(name: string, line: number): Principle {
  const asked = foldedLine(name);
  const found = principleSchema.options.find((id) =>
    [id, principleNames[id], listable(principleNames[id])].some((known) => foldedLine(known) === asked),
  );
  if (found) return found;
  throw unreadable(line, `"${name}" is no Leadership Principle. Several are separated by semicolons.`);
}

function readNumber(draft: Draft, text: string, line: number): void {
  if (text.trim() === '') return;
  const item = /^\s*[-*+]\s+(.*)$/u.exec(text);
  if (!item)
    throw unreadable(
      line,
      'A number is a line "- what | before | after | over what time | what it was worth".',
    );
  const parts = splitParts(item[1] ?? '');
  if (!parts[0]) throw unreadable(line, 'A number begins with what it is about.');
  if (parts.length > numberParts.length)
    throw unreadable(line, 'A number has at most five parts, separated by "|".');
  draft.numbers.push(
    Object.fromEntries(numberParts.flatMap((name, at) => (parts[at] ? [[name, parts[at]]] : []))),
  );
}

/** Cut at every "|" that no backslash stands before. */
function splitParts(text: string): string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(/\\[\\|]|[\s\S]/gu)) {
    if (piece === '|') parts.push('');
    else parts[parts.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return parts.map((part) => part.trim());
}

function finish({ line, title, principles, numbers, ...draft }: Draft): StoryContent {
  const told = Object.fromEntries(
    Object.entries(draft.sections).map(([section, lines]) => [section, lines.join('\n').trim()]),
  );
  const parsed = storyContentSchema.safeParse({ title, principles, numbers, sections: told });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(line, `The story "${title}" cannot be taken: ${explain(issue)}`);
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  return issue ? `${issue.path.join(' ')}: ${issue.message}` : 'it is not understood.';
}

function unreadable(line: number, what: string): BarRaiserError {
  return new BarRaiserError('story_unreadable', `Line ${line}: ${what}`);
}
