'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import { findRecognition } from './browser-recogniser.ts';
import type { ComposerHandle } from './composer-voice.ts';
import { HearingLine } from './hearing-line.tsx';
import { canRecord } from './record-stretch.ts';
import { TalkButton } from './talk-button.tsx';
import { type Asked, useAloud } from './use-aloud.ts';
import { useInterruption } from './use-interruption.ts';
import { useListening } from './use-listening.ts';
import { useSilence } from './use-silence.ts';
import { keepVoicePreferences, readVoicePreferences, type VoicePreferences } from './voice-preferences.ts';
import { sourceOf, sourceWords } from './voice-words.ts';

/** The voice of the room: what one says is written into the composer, what the bar raiser says is read aloud. */
export default function VoiceBar({
  interviewId,
  voice,
  asked,
  composer,
}: {
  interviewId: string;
  voice: VoiceDescription;
  asked: Asked | null;
  composer: ComposerHandle;
}) {
  const [preferences, setPreferences] = useState(() => readVoicePreferences(localStorage));
  const [source] = useState(() =>
    sourceOf(voice, { recognises: findRecognition(window) !== null, records: canRecord() }),
  );
  const { handsFree, device } = preferences;
  const [armed, setArmed] = useState(false);
  const byServer = voice.speech !== null;
  const aloud = useAloud({ interviewId, asked, on: preferences.aloud, byServer });
  const { listening, start, stop, settle, take, retry, discard, typed } = useListening({
    interviewId,
    source,
    device,
    onHeard: composer.append,
  });
  const { hears, owes, open, draft } = composer;

  useEffect(() => {
    const takeTurn = (text: string) => {
      if (!handsFree) stop();
      return take(text);
    };
    hears({ settle, take: takeTurn });
    return () => hears(null);
  }, [hears, settle, take, stop, handsFree]);
  useEffect(() => {
    owes(listening.unwritten > 0 || listening.interim !== '' || listening.on);
  }, [owes, listening.unwritten, listening.interim, listening.on]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the words is a sign of life
  useEffect(() => typed(), [draft, typed]);

  // Hands-free: it listens while it is the candidate's turn and nothing is read aloud.
  const listens = handsFree && armed && open && !aloud.speaking;
  useEffect(() => {
    if (!listens) return;
    start();
    return stop;
  }, [listens, start, stop]);
  useEffect(() => {
    if (listening.problem && !listening.wanted) setArmed(false);
  }, [listening.problem, listening.wanted]);
  useInterruption({ on: handsFree && armed && aloud.speaking && byServer, device, onVoice: aloud.stop });

  const somethingToSend = draft.trim() !== '' || listening.unwritten > 0 || listening.interim !== '';
  const silence = useSilence({
    signAt: listening.signAt,
    waits: listens && listening.on && somethingToSend && listening.problem === null,
    onOver: composer.send,
  });

  const talk = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) talk.current?.focus({ preventScroll: true });
  }, [open]);

  function change(next: Partial<VoicePreferences>) {
    const changed = { ...preferences, ...next };
    setPreferences(changed);
    keepVoicePreferences(localStorage, changed);
  }
  const speak = () => {
    aloud.stop();
    if (handsFree) setArmed(true);
    else start();
  };
  const pause = () => {
    setArmed(false);
    stop();
  };

  return (
    <section aria-label="Speaking and listening" className="mb-3 font-sans text-control">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {source && (
          <TalkButton
            buttonRef={talk}
            handsFree={handsFree}
            on={handsFree ? armed : listening.wanted}
            start={speak}
            stop={pause}
          />
        )}
        {source && (
          <label className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={handsFree}
              onChange={({ target }) => {
                pause();
                change({ handsFree: target.checked });
              }}
              className="size-4.5"
            />
            Hands-free
          </label>
        )}
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={preferences.aloud}
            onChange={({ target }) => change({ aloud: target.checked })}
            className="size-4.5"
          />
          Read questions aloud
        </label>
        {aloud.speaking ? (
          <Button look="quiet" onClick={aloud.stop}>
            Stop reading (Esc)
          </Button>
        ) : (
          <Button look="quiet" onClick={aloud.again}>
            Hear the question
          </Button>
        )}
      </div>
      <HearingLine
        listening={listening}
        silence={silence}
        silent={aloud.silent && preferences.aloud}
        note={draft === '' || !source ? sourceWords(source, voice) : ''}
        onTry={listening.problem?.kind === 'untranscribed' ? retry : speak}
        onDiscard={discard}
      />
    </section>
  );
}
