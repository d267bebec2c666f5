'use client';

import { useCallback, useEffect, useRef } from 'react';

/** A press shorter than this (milliseconds) leaves the microphone open until the next one. */
const tapMilliseconds = 350;

/**
 * A press opens the microphone: held, until it is let go; short, until the next press. By mouse or finger on the
 * button, by Space or Enter while it has the focus, and by Space anywhere that is not a place to type or press.
 */
export function usePushToTalk({
  on,
  enabled,
  start,
  stop,
}: {
  on: boolean;
  enabled: boolean;
  start: () => void;
  stop: () => void;
}) {
  const pressedAt = useRef<number | null>(null);
  const press = useCallback(() => {
    if (on) return stop();
    pressedAt.current = Date.now();
    start();
  }, [on, start, stop]);
  const release = useCallback(() => {
    const since = pressedAt.current;
    pressedAt.current = null;
    if (since !== null && Date.now() - since >= tapMilliseconds) stop();
  }, [stop]);

  useEffect(() => {
    if (!enabled) return;
    const onDown = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.repeat || !isNowhere(event.target)) return;
      event.preventDefault();
      press();
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.key === ' ') release();
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    addEventListener('blur', release);
    return () => {
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
      removeEventListener('blur', release);
    };
  }, [enabled, press, release]);

  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      if (!event.repeat) press();
    },
    onKeyUp: (event: React.KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      release();
    },
    // What no pointer and no key did: a screen reader, or a voice that says "click".
    onClick: (event: React.MouseEvent) => {
      if (event.detail === 0) press();
    },
  };
}

const taken = 'input, textarea, select, button, a, summary, [contenteditable], [role="alertdialog"]';

function isNowhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(taken) === null;
}
