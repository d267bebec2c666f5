'use client';

import { type RefObject, useEffect } from 'react';

/** Keeps the last words in sight while what stands below them grows, unless one has scrolled up to read. */
export function useKeepBottom(below: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = below.current;
    if (!element) return;
    let height = element.offsetHeight;
    const observer = new ResizeObserver(() => {
      const grown = element.offsetHeight - height;
      height = element.offsetHeight;
      const page = document.documentElement;
      const away = page.scrollHeight - window.scrollY - window.innerHeight;
      if (grown > 0 && away <= grown + 40) window.scrollTo({ top: page.scrollHeight, behavior: 'instant' });
    });
    observer.observe(element);
    // A phone's keyboard opens, or the phone is turned: who is writing keeps the question in sight.
    const onResize = () => {
      if (!element.contains(document.activeElement)) return;
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    };
    addEventListener('resize', onResize);
    return () => {
      observer.disconnect();
      removeEventListener('resize', onResize);
    };
  }, [below]);
}
