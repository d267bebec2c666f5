'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** One quiet line under every page but the interview, whose foot is for answering. */
export function SiteFooter() {
  const path = usePathname();
  if (path.startsWith('/interviews/')) return null;
  return (
    <footer className="no-print sheet w-full pb-6">
      <Link
        href="/account"
        aria-current={path.startsWith('/account') ? 'page' : undefined}
        className="label inline-block py-1 font-normal underline decoration-edge underline-offset-4 hover:text-rubric"
      >
        Your data
      </Link>
    </footer>
  );
}
