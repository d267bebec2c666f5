'use client';

import { useEffect, useRef } from 'react';
import { type Microphone, MicrophoneError, openMicrophone } from './microphone.ts';
import { nextActivity, quiet } from './voice-activity.ts';

/** Tenths of a second somebody must speak, this loud, to be speaking to us and not in the street. */
const [leastTenths, leastLevel] = [3, 0.03];

/**
 * Hears whether somebody begins to speak while something is read aloud. Only for sound that the page itself plays:
 * the browser takes that out of what its microphone hears, and not the voices of the system.
 */
export function useInterruption({
  on,
  device,
  onVoice,
}: {
  on: boolean;
  device: string | null;
  onVoice: () => void;
}): void {
  const interrupt = useRef(onVoice);
  useEffect(() => {
    interrupt.current = onVoice;
  }, [onVoice]);
  useEffect(() => {
    if (!on) return;
    let microphone: Microphone | null = null;
    let [ended, activity, tenths] = [false, quiet, 0];
    const timer = setInterval(() => {
      if (!microphone) return;
      const level = microphone.level();
      activity = nextActivity(activity, level);
      tenths = activity.speaking && level >= leastLevel ? tenths + 1 : 0;
      if (tenths === leastTenths) interrupt.current();
    }, 100);
    openMicrophone(device).then(
      (opened) => {
        if (ended) opened.close();
        else microphone = opened;
      },
      (error: unknown) => {
        // Without it a key still interrupts; what is wrong with the microphone is told when it is spoken into.
        if (!(error instanceof MicrophoneError)) throw error;
      },
    );
    return () => {
      ended = true;
      clearInterval(timer);
      microphone?.close();
    };
  }, [on, device]);
}
