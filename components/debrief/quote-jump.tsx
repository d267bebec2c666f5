'use client';

import { useEffect, useState } from 'react';

/**
 * Leads from a quote to its place: marks every stretch of it, and where the transcript stands beside the debrief,
 * scrolls that alone, so that the reader stays where they are. Without this script the links are plain anchors.
 */
export function QuoteJump() {
  const [from, setFrom] = useState<HTMLElement | null>(null);

  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const place = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      if (!(link instanceof HTMLElement) || !place?.closest('[data-transcript]')) return;
      event.preventDefault();
      mark(place.id);
      const beside = scrollsAlone(place);
      showPlace(place);
      setFrom(beside ? null : link);
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);

  if (!from) return null;
  return (
    <button
      type="button"
      className="no-print fixed right-4 bottom-4 z-10 rounded-control bg-ink px-4 py-3 font-sans text-control font-medium text-paper"
      onClick={() => {
        from.focus({ preventScroll: true });
        from.scrollIntoView({ block: 'center' });
        setFrom(null);
      }}
    >
      Back to the debrief
    </button>
  );
}

function mark(id: string) {
  for (const old of document.querySelectorAll('[data-active]')) old.removeAttribute('data-active');
  for (const stretch of document.querySelectorAll(`[data-quotes~="${CSS.escape(id)}"]`))
    stretch.setAttribute('data-active', '');
}

/** The transcript's own scroller, when it has one. */
function scrollsAlone(place: Element): HTMLElement | null {
  const pane = place.closest<HTMLElement>('[data-transcript]');
  return pane && getComputedStyle(pane).overflowY === 'auto' ? pane : null;
}

function showPlace(place: HTMLElement) {
  const pane = scrollsAlone(place);
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (!pane) return place.scrollIntoView({ block: 'center' });
  const offset = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3 });
}
