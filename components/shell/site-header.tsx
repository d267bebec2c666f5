import Link from 'next/link';
import { SiteNav } from './site-nav.tsx';
import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

/** One line on a wide screen; on a phone the ways through the site stand beneath the mark. */
export function SiteHeader({ theme }: { theme: Theme }) {
  return (
    <header className="no-print sheet w-full">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b border-rule py-3 tablet:grid-cols-[minmax(0,1fr)_auto_auto]">
        <Link href="/" aria-label="Bar Raiser, start page" className="justify-self-start">
          <Wordmark />
        </Link>
        <div className="max-tablet:order-last max-tablet:col-span-2">
          <SiteNav />
        </div>
        <ThemeSwitch initial={theme} />
      </div>
    </header>
  );
}
