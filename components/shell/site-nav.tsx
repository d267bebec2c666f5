'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const places = [
  { href: '/study', name: 'Study' },
  { href: '/drill', name: 'Drill' },
  { href: '/mock', name: 'Mock' },
  { href: '/stories', name: 'Stories' },
  { href: '/history', name: 'History' },
];

/** The ways through the site; the one that is walked now is marked. */
export function SiteNav() {
  const path = usePathname();
  return (
    <nav aria-label="Site">
      <ul className="flex flex-wrap gap-x-3.5 tablet:gap-x-5">
        {places.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
              className="label inline-block py-1 underline-offset-4 hover:text-rubric aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-rubric aria-[current=page]:decoration-2"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
