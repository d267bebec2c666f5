'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Aloud } from './aloud.ts';
import { sayByServer } from './say-by-server.ts';
import { sayInBrowser } from './say-in-browser.ts';
import { sentencesToSay } from './sentences-to-say.ts';

/** What the bar raiser says now. */
export interface Asked {
  id: string;
  text: string;
  complete: boolean;
}

/** Reads the bar raiser's words aloud, sentence by sentence as they arrive. Escape stops it. */
export function useAloud({
  interviewId,
  asked,
  on,
  byServer,
}: {
  interviewId: string;
  asked: Asked | null;
  on: boolean;
  byServer: boolean;
}) {
  const [state, setState] = useState({ speaking: false, silent: false });
  const aloud = useRef<Aloud | null>(null);
  /** How many sentences of each utterance were handed over: one that broke off and came back is not said twice. */
  const said = useRef(new Map<string, number>());

  useEffect(() => {
    const reader = new Aloud(byServer ? sayByServer(interviewId) : sayInBrowser, setState);
    aloud.current = reader;
    return () => {
      reader.stop();
      aloud.current = null;
    };
  }, [interviewId, byServer]);

  const stop = useCallback(() => aloud.current?.stop(), []);
  const again = useCallback(() => {
    if (!asked) return;
    stop();
    aloud.current?.add(sentencesToSay(asked.text, asked.complete));
  }, [asked, stop]);

  useEffect(() => {
    if (!asked) return;
    const sentences = sentencesToSay(asked.text, asked.complete);
    const { id } = asked;
    if (!said.current.has(id)) {
      // A page that was opened anew may make no sound before one has done something in it.
      const active = 'userActivation' in navigator && navigator.userActivation.hasBeenActive;
      const mute = said.current.size === 0 && !active;
      if (said.current.size > 0) stop();
      said.current.set(id, mute ? sentences.length : 0);
    }
    const next = sentences.slice(said.current.get(id));
    said.current.set(id, Math.max(sentences.length, said.current.get(id) ?? 0));
    if (on) aloud.current?.add(next);
  }, [asked, on, stop]);

  useEffect(() => {
    if (!on) stop();
  }, [on, stop]);

  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [stop]);

  return { ...state, stop, again };
}
