import type { WordStore } from '#components/interview/outbox.ts';
import type { StoryContent } from '#lib/domain/story/story.ts';

/** What is being written and not yet saved, with the version it began from; null for a story that is new. */
export interface StoryDraft {
  id: string;
  baseVersion: number | null;
  content: StoryContent;
}

const key = (storyId: string) => `bar-raiser.story.${storyId}`;

/** The draft a browser kept for this story, as it was written, not yet checked; null where there is none. */
export function readKept(store: WordStore, storyId: string): unknown {
  const kept = store.getItem(key(storyId));
  if (kept === null) return null;
  try {
    return JSON.parse(kept);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function keepStory(store: WordStore, storyId: string, draft: StoryDraft | null): void {
  if (draft) store.setItem(key(storyId), JSON.stringify(draft));
  else store.removeItem(key(storyId));
}
