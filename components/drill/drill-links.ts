import type { ExerciseKind } from '#lib/domain/drill/exercise.ts';

/** What a session was narrowed or widened to. */
export interface SessionChoice {
  kind?: ExerciseKind | undefined;
  scenario?: string | undefined;
  story?: string | undefined;
  more?: boolean | undefined;
}

/** The address of an exercise, in the session one came from. */
export function exerciseHref(id: string, choice: SessionChoice = {}): string {
  return `/drill/${id}${queryOf(choice)}`;
}

export function drillHref(choice: SessionChoice = {}): string {
  return `/drill${queryOf(choice)}`;
}

function queryOf({ kind, scenario, story, more }: SessionChoice): string {
  const query = new URLSearchParams();
  if (kind) query.set('kind', kind);
  if (scenario) query.set('scenario', scenario);
  if (story) query.set('story', story);
  if (more) query.set('more', '1');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
