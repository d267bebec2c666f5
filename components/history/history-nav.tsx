import { LinkSwitch } from '#components/study/link-switch.tsx';
import type { HistoryFilter } from '#lib/domain/history/history-filter.ts';
import { historyHref } from './history-links.ts';

const parts = [
  { key: 'interviews', name: 'Interviews', path: '/history' },
  { key: 'trends', name: 'Trends', path: '/history/trends' },
  { key: 'questions', name: 'Best and latest', path: '/history/questions' },
] as const;

/** The parts of the history; what it is narrowed to goes along. */
export function HistoryNav({
  chosen,
  filter = {},
}: {
  chosen: (typeof parts)[number]['key'] | 'compare';
  filter?: HistoryFilter;
}) {
  const options = parts.map(({ key, name, path }) => ({ key, name, href: historyHref(filter, path) }));
  return <LinkSwitch label="Your history" options={options} chosen={chosen} />;
}
