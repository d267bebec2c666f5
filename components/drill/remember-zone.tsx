'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { utcOffset, zoneCookie } from './zone.ts';

/** Tells the server the time zone of this browser, and has the page counted anew where it was another. */
export function RememberZone({ known }: { known: number }) {
  const router = useRouter();
  useEffect(() => {
    const offset = utcOffset(new Date());
    if (offset === known) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every current browser
    document.cookie = zoneCookie(offset);
    router.refresh();
  }, [known, router]);
  return null;
}
