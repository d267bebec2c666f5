import type { Level } from '#lib/domain/level.ts';
import type { Principle } from '#lib/domain/principle.ts';
import type { Topic } from '#lib/domain/topic.ts';

export interface LibraryQuery {
  words?: string | undefined;
  principle?: Principle | undefined;
  topic?: Topic | undefined;
  level: Level;
}

export interface ScenarioQuery {
  level: Level;
  /** the principle the story is retold for */
  retold?: Principle | undefined;
}

/** The address of the library with this search; what is unset or the default is left out. */
export function libraryHref({ words, principle, topic, level }: LibraryQuery): string {
  return withQuery('/study', { q: words, principle, topic, level: level === 'sde2' ? undefined : level });
}

/** The address of a scenario's page at a level, with one retelling open. */
export function scenarioHref(scenarioId: string, { level, retold }: ScenarioQuery): string {
  return withQuery(`/study/${scenarioId}`, { level: level === 'sde2' ? undefined : level, for: retold });
}

function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
