import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/wght-italic.css';
import '@fontsource-variable/instrument-sans';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { SiteFooter } from '#components/shell/site-footer.tsx';
import { SiteHeader } from '#components/shell/site-header.tsx';
import { parseTheme, themeCookie } from '#components/shell/theme.ts';

export const metadata: Metadata = {
  title: { default: 'Bar Raiser', template: '%s · Bar Raiser' },
  description: 'A mock interviewer for Amazon-style behavioural interviews, with verdicts you can check.',
};

export const viewport: Viewport = {
  // The keyboard of a phone takes its room from the page, so that the composer stays above it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#161412' },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-scroll-behavior="smooth" data-theme={theme === 'system' ? undefined : theme}>
      <body className="flex flex-col">
        <a
          href="#content"
          className="label sr-only z-20 bg-ink px-3 py-2 text-paper! focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the page
        </a>
        <SiteHeader theme={theme} />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
