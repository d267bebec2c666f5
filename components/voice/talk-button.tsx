'use client';

import type { RefObject } from 'react';
import { buttonClass } from '#components/ui/button.tsx';
import { usePushToTalk } from './use-push-to-talk.ts';

/** Opens and closes the microphone: held down or tapped, or, hands-free, on and off. */
export function TalkButton({
  buttonRef,
  handsFree,
  on,
  start,
  stop,
}: {
  buttonRef: RefObject<HTMLButtonElement | null>;
  handsFree: boolean;
  on: boolean;
  start: () => void;
  stop: () => void;
}) {
  const push = usePushToTalk({ on, enabled: !handsFree, start, stop });
  const handlers = handsFree ? { onClick: on ? stop : start } : push;
  return (
    <button
      ref={buttonRef}
      type="button"
      aria-pressed={on}
      title={handsFree ? undefined : 'Hold it or the space bar while you speak; a short press leaves it open'}
      className={`${buttonClass(on ? 'main' : 'plain')} min-w-40 touch-none select-none`}
      {...handlers}
    >
      {label(handsFree, on)}
    </button>
  );
}

function label(handsFree: boolean, on: boolean): string {
  if (handsFree) return on ? 'Stop listening' : 'Start listening';
  return on ? 'Listening' : 'Hold to talk';
}
