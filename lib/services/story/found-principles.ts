import { setImmediate as pause } from 'node:timers/promises';
import type { Library } from '#lib/content/library.ts';
import type { Principle } from '#lib/domain/principle.ts';
import type { Story } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '../context.ts';
import { suggestPrinciples } from './suggest-principles.ts';

/** What was found in a version of a story never changes while the process and its library do not. */
const known = new WeakMap<Library, Map<string, readonly Principle[]>>();
const rememberedAtMost = 2000;

/** For each story's id the principles it carries in the grader's eyes. Each version is read once a process. */
export async function foundPrinciples(
  context: Pick<ServiceContext, 'reader' | 'library'>,
  stories: readonly Story[],
): Promise<Map<string, readonly Principle[]>> {
  const remembered = known.get(context.library) ?? new Map<string, readonly Principle[]>();
  known.set(context.library, remembered);
  const found = new Map<string, readonly Principle[]>();
  for (const { id, version, updatedAt, content } of stories) {
    const key = `${id}.${version}.${updatedAt}`;
    const before = remembered.get(key);
    // Reading takes the processor: between two stories others have their turn.
    if (!before) await pause();
    const now = before ?? (await carried(context, content));
    if (!before && remembered.size >= rememberedAtMost) remembered.clear();
    remembered.set(key, now);
    found.set(id, now);
  }
  return found;
}

async function carried(
  context: Pick<ServiceContext, 'reader' | 'library'>,
  content: Story['content'],
): Promise<readonly Principle[]> {
  const { told, principles } = await suggestPrinciples({ context, input: { content } });
  return told ? principles.filter(({ fit }) => fit === 'carries').map(({ principle }) => principle) : [];
}
