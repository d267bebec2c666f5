'use client';

import { useEffect, useRef } from 'react';
import type { ShownTurn } from '#lib/domain/interview-view.ts';
import { TurnLine } from './turn-line.tsx';

/** What was said, in order. A screen reader hears each reply once, when it is complete. */
export function Conversation({ turns, waiting }: { turns: readonly ShownTurn[]; waiting: boolean }) {
  const last = turns.at(-1);
  const length = last?.text.length ?? 0;
  const shown = useRef(0);

  useEffect(() => {
    if (length === shown.current) return;
    shown.current = length;
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, [length]);

  const asked = last?.speaker === 'bar_raiser' && !waiting ? last.text : '';
  return (
    <>
      <ol className="grid gap-8" aria-label="Conversation">
        {turns.map((turn) => (
          <TurnLine key={turn.id} turn={turn} />
        ))}
      </ol>
      <div className="margin-row mt-8 min-h-7">
        <span />
        {waiting && last?.speaker === 'candidate' && (
          <p className="label font-normal">The bar raiser is taking that in.</p>
        )}
      </div>
      <p className="sr-only" aria-live="polite">
        {asked}
      </p>
    </>
  );
}
