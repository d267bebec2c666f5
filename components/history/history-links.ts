import type { HistoryFilter } from '#lib/domain/history/history-filter.ts';

export interface HistoryView extends HistoryFilter {
  page?: number | undefined;
  /** The criterion and the principle whose trends are drawn large. */
  criterion?: string | undefined;
  of?: string | undefined;
}

/** The address of a page of the history with this filter; what is unset is left out. */
export function historyHref(view: HistoryView = {}, path = '/history'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue;
    query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

export function compareHref(one: string, other: string): string {
  return `/history/compare?${new URLSearchParams({ one, other })}`;
}

/** Whether a filter keeps anything out. */
export function isNarrowed({ principle, level, question, vote, engine, from, to }: HistoryFilter): boolean {
  return [principle, level, question, vote, engine, from, to].some((value) => value !== undefined);
}
