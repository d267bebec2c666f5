'use client';

import { useEffect, useState } from 'react';
import { listMicrophones, type Microphone, MicrophoneError, openMicrophone } from './microphone.ts';
import type { VoiceProblem } from './recogniser.ts';
import { nextActivity, quiet } from './voice-activity.ts';

interface Check {
  level: number;
  /** Tenths of a second in which somebody spoke, and all of them. */
  voiced: number;
  tenths: number;
  label: string;
  problem: VoiceProblem | null;
}

const unchecked: Check = { level: 0, voiced: 0, tenths: 0, label: '', problem: null };

/** What a microphone hears while it is being tried, and which ones there are. */
export function useMicrophoneCheck(checking: boolean, device: string | null) {
  const [check, setCheck] = useState(unchecked);
  const [devices, setDevices] = useState<{ id: string; label: string }[]>([]);
  useEffect(() => {
    if (!checking) return;
    let microphone: Microphone | null = null;
    let [ended, activity] = [false, quiet];
    setCheck(unchecked);
    const timer = setInterval(() => {
      if (!microphone) return;
      const level = microphone.level();
      activity = nextActivity(activity, level);
      const voiced = activity.speaking ? 1 : 0;
      setCheck((last) => ({ ...last, level, voiced: last.voiced + voiced, tenths: last.tenths + 1 }));
    }, 100);
    async function open() {
      try {
        const opened = await openMicrophone(device);
        if (ended) return opened.close();
        microphone = opened;
        setCheck((last) => ({ ...last, label: opened.label }));
        setDevices(await listMicrophones());
      } catch (error) {
        if (!(error instanceof MicrophoneError)) throw error;
        setCheck((last) => ({ ...last, problem: error.problem }));
      }
    }
    void open();
    return () => {
      ended = true;
      clearInterval(timer);
      microphone?.close();
    };
  }, [checking, device]);
  return { ...check, devices };
}
