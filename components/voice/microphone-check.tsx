'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import { findRecognition } from './browser-recogniser.ts';
import { LevelMeter } from './level-meter.tsx';
import { canRecord } from './record-stretch.ts';
import { useMicrophoneCheck } from './use-microphone-check.ts';
import { keepVoicePreferences, readVoicePreferences } from './voice-preferences.ts';
import { problemWords, sourceOf, sourceWords } from './voice-words.ts';

/** Half a second of voice, in tenths; after six seconds without, something is said. */
const [enough, patience] = [5, 60];

/** Tries the microphone before the interview: does it hear you, which one is it, and what will write down your words. */
export default function MicrophoneCheck({ voice }: { voice: VoiceDescription }) {
  const [device, setDevice] = useState(() => readVoicePreferences(localStorage).device);
  const [checking, setChecking] = useState(false);
  const source = sourceOf(voice, { recognises: findRecognition(window) !== null, records: canRecord() });
  const { level, voiced, tenths, label, problem, devices } = useMicrophoneCheck(checking, device);
  const choose = (id: string) => {
    const next = id === '' ? null : id;
    setDevice(next);
    keepVoicePreferences(localStorage, { ...readVoicePreferences(localStorage), device: next });
  };

  return (
    <div className="mt-5 grid max-w-read gap-3 border-l-4 border-rule pl-5">
      <p className="text-note text-faded">{sourceWords(source, voice)}</p>
      {source && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button onClick={() => setChecking(!checking)} aria-pressed={checking}>
            {checking ? 'End the check' : 'Check the microphone'}
          </Button>
          {source === 'server' && devices.length > 1 && (
            <label className="label flex items-center gap-3">
              Microphone
              <select
                value={device ?? ''}
                onChange={({ target }) => choose(target.value)}
                className="min-h-11 max-w-60 rounded-control border border-edge bg-sheet px-2 font-sans text-control text-ink"
              >
                <option value="">The system’s choice</option>
                {devices.map(({ id, label: name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      {checking && !problem && <LevelMeter level={level} width="16rem" />}
      <p role="status" className="text-note">
        {checking && !problem && checkWords({ voiced: voiced >= enough, waited: tenths >= patience, label })}
      </p>
      {problem && (
        <p role="alert" className="text-note text-rubric">
          {problemWords[problem]}
        </p>
      )}
      {source === 'browser' && checking && (
        <p className="label font-normal">
          The browser’s recogniser takes the system’s microphone; another one is chosen in the browser’s
          settings.
        </p>
      )}
    </div>
  );
}

function checkWords({ voiced, waited, label }: { voiced: boolean; waited: boolean; label: string }): string {
  const through = label === '' ? '' : ` through ${label}`;
  if (voiced) return `It hears you${through}.`;
  if (waited) return `It hears nothing${through}: is it muted, or is another one meant? You can also type.`;
  return 'Say a sentence, as loud as you will speak.';
}
