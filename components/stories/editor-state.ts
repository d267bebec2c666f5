import { sectionOrder } from '#components/labels.ts';
import type { Principle } from '#lib/domain/principle.ts';
import type { Section } from '#lib/domain/section.ts';
import type { Story, StoryContent, StoryNumber } from '#lib/domain/story/story.ts';
import type { StoryDraft } from './story-draft.ts';

/** saved: as the server has it · changed: words of one's own on top · saving: on its way. */
export interface EditorState extends StoryDraft {
  status: 'saved' | 'changed' | 'saving';
  /** Changed while a save was on its way: what came back does not cover it. */
  changedSince: boolean;
  problem: string | null;
}

export type EditorAction =
  | { type: 'titled'; title: string }
  | { type: 'told'; section: Section; text: string }
  | { type: 'number-added' }
  | { type: 'number-changed'; at: number; part: keyof StoryNumber; text: string }
  | { type: 'number-removed'; at: number }
  | { type: 'principle-toggled'; principle: Principle }
  | { type: 'replaced'; content: StoryContent }
  | { type: 'restored'; draft: StoryDraft }
  /** What stood in the fields, by their names, when the page's script took over. */
  | { type: 'typed-before'; words: Readonly<Record<string, string>> }
  | { type: 'save-sent'; id: string }
  | { type: 'saved'; story: Story }
  | { type: 'save-failed'; message: string }
  /** Another window saved this version first. */
  | { type: 'overtaken'; version: number };

/** Saving again is safe: every saved state stays among the versions. */
const overtakenWords =
  'This story was changed in another window meanwhile. Save again to put your words on top; the others stay among the versions.';

export const emptyContent: StoryContent = {
  title: '',
  sections: { situation: '', task: '', action: '', result: '', reflection: '' },
  numbers: [],
  principles: [],
};

const emptyNumber: StoryNumber = { what: '', before: '', after: '', over: '', worth: '' };

export function openEditor(story: Story | null, newId: string): EditorState {
  return {
    id: story?.id ?? newId,
    baseVersion: story?.version ?? null,
    content: story?.content ?? emptyContent,
    status: 'saved',
    changedSince: false,
    problem: null,
  };
}

/** The one reducer of the story editor. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'save-sent':
      return { ...state, id: action.id, status: 'saving', changedSince: false, problem: null };
    case 'saved':
      return {
        ...state,
        id: action.story.id,
        baseVersion: action.story.version,
        // What was typed meanwhile stays; else the page shows the words as they were tidied.
        content: state.changedSince ? state.content : action.story.content,
        status: state.changedSince ? 'changed' : 'saved',
        changedSince: false,
        problem: null,
      };
    case 'save-failed':
      return { ...state, status: 'changed', problem: action.message };
    case 'typed-before': {
      const content = withWords(state.content, action.words);
      return sameWords(content, state.content) ? state : { ...changed(state), content };
    }
    case 'overtaken':
      return { ...state, status: 'changed', baseVersion: action.version, problem: overtakenWords };
    case 'restored': {
      const { id, content, baseVersion } = action.draft;
      const behind = state.baseVersion !== null && state.baseVersion !== baseVersion;
      return {
        ...state,
        id: state.id || id,
        content,
        status: 'changed',
        problem: behind ? overtakenWords : null,
      };
    }
    default:
      return { ...changed(state), content: contentReducer(state.content, action) };
  }
}

function changed(state: EditorState): EditorState {
  return state.status === 'saving' ? { ...state, changedSince: true } : { ...state, status: 'changed' };
}

type ContentAction = Exclude<
  EditorAction,
  { type: 'save-sent' | 'saved' | 'save-failed' | 'restored' | 'overtaken' | 'typed-before' }
>;

function contentReducer(content: StoryContent, action: ContentAction): StoryContent {
  const { numbers, principles } = content;
  switch (action.type) {
    case 'titled':
      return { ...content, title: action.title };
    case 'told':
      return { ...content, sections: { ...content.sections, [action.section]: action.text } };
    case 'number-added':
      return { ...content, numbers: [...numbers, emptyNumber] };
    case 'number-changed':
      return {
        ...content,
        numbers: numbers.map((number, at) =>
          at === action.at ? { ...number, [action.part]: action.text } : number,
        ),
      };
    case 'number-removed':
      return { ...content, numbers: numbers.filter((_, at) => at !== action.at) };
    case 'principle-toggled':
      return {
        ...content,
        principles: principles.includes(action.principle)
          ? principles.filter((each) => each !== action.principle)
          : [...principles, action.principle],
      };
    case 'replaced':
      return action.content;
  }
}

function withWords(content: StoryContent, words: Readonly<Record<string, string>>): StoryContent {
  const told = { ...content.sections };
  for (const section of sectionOrder) told[section] = words[section] ?? told[section];
  return { ...content, title: words.title ?? content.title, sections: told };
}

/** Line ends are the form's own affair: it gives them as \r\n. */
function sameWords(one: StoryContent, other: StoryContent): boolean {
  const plain = ({ title, sections: told }: StoryContent) =>
    [title, ...sectionOrder.map((section) => told[section])].map((text) => text.replace(/\r\n/g, '\n'));
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** What is sent: rows of numbers that say nothing are left out. */
export function contentToSave(content: StoryContent): StoryContent {
  const numbers = content.numbers.filter((number) =>
    Object.values(number).some((part) => part.trim() !== ''),
  );
  return { ...content, numbers };
}

/** What must be written before it can be saved, in words; null when it can. */
export function missingToSave({ title, numbers }: StoryContent): string | null {
  if (!/[\p{L}\p{N}]/u.test(title)) return 'The story needs a title.';
  const unnamed = numbers.some(
    ({ what, ...rest }) => what.trim() === '' && Object.values(rest).some((part) => part.trim() !== ''),
  );
  return unnamed ? 'A number needs what it is about.' : null;
}
