import { expect, it } from 'vitest';
import {
  contentToSave,
  type EditorAction,
  editorReducer,
  missingToSave,
  openEditor,
} from '#components/stories/editor-state.ts';
import { keptDraftSchema } from '#components/stories/kept-draft-schema.ts';
import type { Story } from '#lib/domain/story/story.ts';
import { lateExport } from '#tests/support/own-stories.ts';

const story: Story = { id: 'story-one-1', version: 3, createdAt: 1, updatedAt: 2, content: lateExport };
const after = (...actions: EditorAction[]) => actions.reduce(editorReducer, openEditor(story, ''));
const titled = (title: string): EditorAction => ({ type: 'titled', title });
const sent: EditorAction = { type: 'save-sent', id: story.id };
const saved = (version: number, title: string): EditorAction => ({
  type: 'saved',
  story: { ...story, version, content: { ...lateExport, title } },
});

it('is saved until something changes, and again once the server has it', () => {
  expect(after().status).toBe('saved');
  expect(after(titled('Late')).status).toBe('changed');
  expect(after(titled(' Late '), sent, saved(4, 'Late'))).toMatchObject({
    status: 'saved',
    baseVersion: 4,
    content: { title: 'Late' },
  });
});

it('keeps what was typed while a save was on its way', () => {
  expect(after(titled('Late'), sent, titled('Later'), saved(4, 'Late'))).toMatchObject({
    status: 'changed',
    baseVersion: 4,
    content: { title: 'Later' },
  });
});

it('keeps every word when a save fails', () => {
  expect(after(titled('Late'), sent, { type: 'save-failed', message: 'Out of reach.' })).toMatchObject({
    status: 'changed',
    problem: 'Out of reach.',
    content: { title: 'Late' },
  });
});

it('puts its words on top of those another window saved, once one says so', () => {
  const state = after(titled('Mine'), sent, { type: 'overtaken', version: 5 });
  expect(state).toMatchObject({ baseVersion: 5, status: 'changed', content: { title: 'Mine' } });
  expect(state.problem).toContain('another window');
});

it('takes up a draft from before, and tells when the story went on since', () => {
  const draft = { id: story.id, baseVersion: 2, content: { ...lateExport, title: 'Draft' } };
  expect(after({ type: 'restored', draft })).toMatchObject({
    baseVersion: 3,
    content: { title: 'Draft' },
    status: 'changed',
  });
  expect(after({ type: 'restored', draft }).problem).toContain('another window');
  expect(after({ type: 'restored', draft: { ...draft, baseVersion: 3 } }).problem).toBeNull();
  expect(keptDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

it('keeps the id a new story was first sent with', () => {
  const state = [
    { type: 'save-sent', id: 'fresh-id-1' },
    { type: 'save-failed', message: 'No.' },
  ] as const;
  expect(state.reduce(editorReducer, openEditor(null, '')).id).toBe('fresh-id-1');
});

it('sends no rows that say nothing, and names what is missing', () => {
  const { content } = after({ type: 'number-added' });
  expect(content.numbers).toHaveLength(2);
  expect(contentToSave(content).numbers).toEqual(lateExport.numbers);
  expect(missingToSave(content)).toBeNull();
  expect(missingToSave(after(titled('  ')).content)).toContain('title');
  const half = after({ type: 'number-added' }, { type: 'number-changed', at: 1, part: 'after', text: '3' });
  expect(missingToSave(half.content)).toContain('number');
});

it('adds a principle at the end and takes it away again', () => {
  const toggle: EditorAction = { type: 'principle-toggled', principle: 'frugality' };
  expect(after(toggle).content.principles.at(-1)).toBe('frugality');
  expect(after(toggle, toggle).content.principles).toEqual(lateExport.principles);
});

it('takes what was typed before the page’s script came, and no other line ends for a change', () => {
  expect(after({ type: 'typed-before', words: { title: 'Typed early', result: 'It fell.' } })).toMatchObject({
    status: 'changed',
    content: { title: 'Typed early', sections: { ...lateExport.sections, result: 'It fell.' } },
  });
  const lines = { ...lateExport, sections: { ...lateExport.sections, task: 'One\nTwo' } };
  const opened = openEditor({ ...story, content: lines }, '');
  expect(editorReducer(opened, { type: 'typed-before', words: { task: 'One\r\nTwo' } })).toBe(opened);
});
