'use client';

import { useEffect, useRef, useState } from 'react';
import { type Silence, silenceAfter } from './silence.ts';

const none: Silence = { kind: 'none' };

/**
 * Watches a silence, four times a second, and tells once when it is over.
 * @param signAt when there was last a sound or a key, in milliseconds since the epoch
 * @param waits whether there is something to send, and it may be sent
 */
export function useSilence({
  signAt,
  waits,
  onOver,
}: {
  signAt: number;
  waits: boolean;
  onOver: () => void;
}): Silence {
  const [silence, setSilence] = useState<Silence>(none);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    setSilence(none);
    if (!waits) return;
    const timer = setInterval(() => {
      const next = silenceAfter((Date.now() - signAt) / 1000, true);
      setSilence((shown) => (same(shown, next) ? shown : next));
      if (next.kind !== 'over') return;
      clearInterval(timer);
      over.current();
    }, 250);
    return () => clearInterval(timer);
  }, [signAt, waits]);
  return silence;
}

function same(one: Silence, other: Silence): boolean {
  if (one.kind === 'asking' && other.kind === 'asking') return one.secondsLeft === other.secondsLeft;
  return one.kind === other.kind;
}
