'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asApiError } from '#components/api-error.ts';
import { BrowserRecogniser, findRecognition } from './browser-recogniser.ts';
import { ListeningClock } from './listening-clock.ts';
import { type ListeningAction, listeningReducer, notListening } from './listening-state.ts';
import { openMicrophone } from './microphone.ts';
import type { Heard, Notify, Recogniser } from './recogniser.ts';
import { recordStretch } from './record-stretch.ts';
import { RecordingRecogniser } from './recording-recogniser.ts';
import { type Spoken, spokenOf } from './take.ts';
import { transcribeRecording, waitBeforeSending } from './transcribe-recording.ts';
import type { Source } from './voice-words.ts';

/** Listens to the candidate, and keeps how the turn in hand was spoken. */
export function useListening({
  interviewId,
  source,
  device,
  onHeard,
}: {
  interviewId: string;
  source: Source | null;
  device: string | null;
  onHeard: (text: string) => void;
}) {
  const [listening, dispatch] = useReducer(listeningReducer, notListening);
  const heard = useRef<Heard[]>([]);
  const clock = useRef<ListeningClock | null>(null);
  const recogniser = useRef<Recogniser | null>(null);
  const report = useRef(onHeard);
  useEffect(() => {
    report.current = onHeard;
  }, [onHeard]);
  const act = useCallback((action: Action) => dispatch({ ...action, at: Date.now() }), []);

  const open = useCallback((): Recogniser | null => {
    if (recogniser.current || !source) return recogniser.current;
    clock.current ??= new ListeningClock(Date.now);
    recogniser.current = createRecogniser(source, {
      interviewId,
      device,
      clock: clock.current,
      notify: (event) => {
        act(event);
        if (event.type !== 'heard') return;
        heard.current.push(event.heard);
        report.current(event.heard.text);
      },
    });
    return recogniser.current;
  }, [source, interviewId, device, act]);

  useEffect(() => {
    const close = () => {
      recogniser.current?.close();
      recogniser.current = null;
    };
    // Words on the screen are put into the box, which is kept over a reload.
    addEventListener('pagehide', close);
    return () => {
      removeEventListener('pagehide', close);
      close();
    };
  }, []);

  const start = useCallback(() => {
    const opened = open();
    act({ type: 'wanted', on: opened !== null });
    opened?.start();
  }, [open, act]);
  const stop = useCallback(() => {
    act({ type: 'wanted', on: false });
    recogniser.current?.stop();
  }, [act]);
  const settle = useCallback(async () => (await recogniser.current?.settle()) ?? true, []);
  const take = useCallback((text: string): Spoken | null => {
    const spoken = spokenOf(text, heard.current);
    heard.current = [];
    return spoken;
  }, []);

  return {
    listening,
    start,
    stop,
    settle,
    take,
    retry: useCallback(() => recogniser.current?.retry(), []),
    discard: useCallback(() => recogniser.current?.discard(), []),
    typed: useCallback(() => act({ type: 'typed' }), [act]),
  };
}

type Action = ListeningAction extends infer Each ? (Each extends unknown ? Omit<Each, 'at'> : never) : never;

function createRecogniser(
  source: Source,
  {
    interviewId,
    device,
    clock,
    notify,
  }: { interviewId: string; device: string | null; clock: ListeningClock; notify: Notify },
): Recogniser | null {
  if (source === 'browser') {
    const recognition = findRecognition(window);
    return recognition && new BrowserRecogniser({ recognition, notify, clock, now: Date.now });
  }
  return new RecordingRecogniser({
    open: () => openMicrophone(device),
    record: recordStretch,
    clock,
    notify,
    write: (recorded) => transcribeRecording(interviewId, recorded),
    waitBefore: waitBeforeSending,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    explain: (failure) => asApiError(failure).message,
  });
}
