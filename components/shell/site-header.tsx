import Link from 'next/link';
import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

export function SiteHeader({ theme }: { theme: Theme }) {
  return (
    <header className="no-print sheet w-full">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-rule py-3">
        <Link href="/" aria-label="Bar Raiser, start page">
          <Wordmark />
        </Link>
        <div className="flex items-center gap-x-2 tablet:gap-x-5">
          <nav aria-label="Site">
            <Link href="/history" className="label py-1 hover:text-rubric">
              Your interviews
            </Link>
          </nav>
          <ThemeSwitch initial={theme} />
        </div>
      </div>
    </header>
  );
}
