'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useReducer, useRef } from 'react';
import { ApiError, asApiError, request } from '#components/api-error.ts';
import { newTurnId } from '#components/interview/new-turn-id.ts';
import type { Story } from '#lib/domain/story/story.ts';
import { contentToSave, editorReducer, openEditor } from './editor-state.ts';
import { keepStory, readKept } from './story-draft.ts';

/** Where the browser keeps the words of a story that has not been saved once. */
const newStoryKey = 'new';

/**
 * The state of the story editor; what is not saved yet is kept in the browser, whatever happens to the page. Words typed
 * before the page's script arrived are taken from the form.
 */
export function useStoryEditor(story: Story | null, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const [state, dispatch] = useReducer(editorReducer, story, (opened) => openEditor(opened, ''));
  const { id, baseVersion, content, status } = state;
  const place = story?.id ?? newStoryKey;
  const opened = useRef(false);

  useEffect(() => {
    const typed = form.current ? new FormData(form.current) : null;
    void restore(place).then((draft) => {
      opened.current = true;
      if (draft) dispatch({ type: 'restored', draft });
      else if (typed) dispatch({ type: 'typed-before', words: wordsIn(typed) });
    });
  }, [place, form]);
  useEffect(() => {
    if (!opened.current) return;
    keepStory(localStorage, place, status === 'saved' ? null : { id, baseVersion, content });
  }, [place, id, baseVersion, content, status]);

  async function save() {
    if (status === 'saving') return;
    const target = id === '' ? newTurnId() : id;
    const words = contentToSave(content);
    // Kept under the id it is sent with: sent again after a reload, it is still the same story.
    keepStory(localStorage, place, { id: target, baseVersion, content });
    dispatch({ type: 'save-sent', id: target });
    try {
      const [{ storySchema }, response] = await Promise.all([
        import('#lib/domain/story/story.ts'),
        baseVersion === null
          ? send('POST', '/api/stories', { id: target, content: words })
          : send('PUT', `/api/stories/${target}`, { baseVersion, content: words }),
      ]);
      const saved = storySchema.parse(await response.json());
      dispatch({ type: 'saved', story: saved });
      if (story) router.refresh();
      else {
        keepStory(localStorage, newStoryKey, null);
        router.replace(`/stories/${saved.id}`);
      }
    } catch (error) {
      const fault = asApiError(error);
      const newest = fault.code === 'story_conflict' ? await versionNow(target) : null;
      if (newest === null) dispatch({ type: 'save-failed', message: fault.message });
      else dispatch({ type: 'overtaken', version: newest });
    }
  }

  return { state, dispatch, save: () => void save() };
}

function wordsIn(typed: FormData): Record<string, string> {
  return Object.fromEntries(
    [...typed].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What this browser kept of the story; what no longer reads as one is left. */
async function restore(place: string) {
  const kept = readKept(localStorage, place);
  if (kept === null) return null;
  const { keptDraftSchema } = await import('./kept-draft-schema.ts');
  return keptDraftSchema.safeParse(kept).data ?? null;
}

/** The version the server has by now; null where it cannot be told. */
async function versionNow(storyId: string): Promise<number | null> {
  try {
    const [{ versionNowSchema }, response] = await Promise.all([
      import('./kept-draft-schema.ts'),
      request(`/api/stories/${storyId}`, { cache: 'no-store' }),
    ]);
    return versionNowSchema.parse(await response.json()).story.version;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response> {
  return request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
