import Link from 'next/link';
import type { HistoryFilter } from '#lib/domain/history/history-filter.ts';
import { historyHref } from './history-links.ts';

/** The way through a list that fills more than one page. */
export function Pages({ filter, page, pages }: { filter: HistoryFilter; page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="flex items-baseline gap-5 py-6 font-sans text-control">
      {page > 1 && (
        <Link href={historyHref({ ...filter, page: page - 1 })} className="link">
          Newer
        </Link>
      )}
      <span className="label figures">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={historyHref({ ...filter, page: page + 1 })} className="link">
          Older
        </Link>
      )}
    </nav>
  );
}
