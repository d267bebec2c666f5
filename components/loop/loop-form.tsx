'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { levelLabels, levelOrder } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { EngineChoice } from '#components/start/engine-choice.tsx';
import { startedId } from '#components/start/started-id.ts';
import { Button } from '#components/ui/button.tsx';
import type { EngineParts } from '#lib/domain/engine-parts.ts';
import type { Mode } from '#lib/domain/interview-event.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Principle } from '#lib/domain/principle.ts';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import { RadioRow } from './radio-row.tsx';

const counts = [2, 3, 4] as const;
const minutes = [
  { value: 25, text: '25 minutes, the short version' },
  { value: 45, text: '45 minutes' },
  { value: 60, text: '60 minutes' },
] as const;

const modes: { value: Mode; text: string }[] = [
  { value: 'typed', text: 'Typed' },
  { value: 'spoken', text: 'Spoken' },
];

const MicrophoneCheck = dynamic(() => import('#components/voice/microphone-check.tsx'), { ssr: false });

/** Chooses principles, level, length, and begins a loop. */
export function LoopForm({
  principles,
  voice,
  ...engines
}: {
  principles: readonly { principle: Principle; name: string }[];
  voice: VoiceDescription;
} & EngineParts) {
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly Principle[]>([]);
  const [level, setLevel] = useState<Level>('sde2');
  const [count, setCount] = useState<(typeof counts)[number]>(3);
  const [length, setLength] = useState<(typeof minutes)[number]['value']>(45);
  const [mode, setMode] = useState<Mode>('typed');
  const [embedded, setEmbedded] = useState(false);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function begin() {
    if (chosen.length === 0) return setProblem('Choose at least one principle.');
    setStarting(true);
    setProblem(null);
    try {
      const response = await post('/api/loops', {
        ...{ principles: chosen, questions: count, level, mode, minutes: length },
        ...(embedded ? { engine: 'embedded' } : {}),
      });
      router.push(`/loops/${startedId(await response.json())}`);
    } catch (error) {
      setProblem(asApiError(error).message);
      setStarting(false);
    }
  }

  const toggle = (principle: Principle) =>
    setChosen((before) =>
      before.includes(principle) ? before.filter((other) => other !== principle) : [...before, principle],
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <MarginSection title="The principles">
        <fieldset>
          <legend className="max-w-read text-note text-faded">
            You are told that these come up. One question more is a surprise: another one for these, or one
            for a principle you did not choose.
          </legend>
          <div className="mt-4 grid gap-x-8 tablet:grid-cols-2">
            {principles.map(({ principle, name }) => (
              <label
                key={principle}
                className="flex min-h-11 items-center gap-3 border-b border-rule py-2 font-sans text-control has-focus-visible:outline-2 has-focus-visible:outline-rubric"
              >
                <input
                  type="checkbox"
                  name="principle"
                  value={principle}
                  checked={chosen.includes(principle)}
                  onChange={() => toggle(principle)}
                  className="size-4.5 shrink-0 outline-none"
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      </MarginSection>
      <MarginSection title="The level">
        <RadioRow
          name="level"
          legend="Level"
          choices={levelOrder.map((value) => ({ value, text: levelLabels[value] }))}
          chosen={level}
          onChoose={setLevel}
        />
      </MarginSection>
      <MarginSection title="The length" note="Breaks are not counted">
        <RadioRow
          name="questions"
          legend="Questions, the surprise among them"
          choices={counts.map((value) => ({ value, text: `${value} questions` }))}
          chosen={count}
          onChoose={setCount}
        />
        <RadioRow
          name="minutes"
          legend="Time for all of them"
          choices={minutes}
          chosen={length}
          onChoose={setLength}
        />
        <p className="label mt-4 font-normal">{perQuestion(length, count)} for each question.</p>
      </MarginSection>
      <MarginSection title="Typed or spoken">
        <RadioRow name="mode" legend="How you answer" choices={modes} chosen={mode} onChoose={setMode} />
        {mode === 'spoken' && <MicrophoneCheck voice={voice} />}
      </MarginSection>
      <MarginSection title="Begin">
        <p className="max-w-read text-note text-faded">
          Two interviewers take turns, each in their own manner. You vote on yourself once, at the end; then
          comes one debrief for all of it. You may pause, leave and come back at any point.
        </p>
        {(engines.speaking !== 'embedded' || engines.grading !== 'embedded') && (
          <EngineChoice engines={engines} embedded={embedded} onChoose={setEmbedded} />
        )}
        <Button look="main" type="submit" className="mt-5 px-7" disabled={starting}>
          {starting ? 'The loop is being planned' : 'Plan the loop'}
        </Button>
        {problem && (
          <p role="alert" className="mt-4 text-note text-rubric">
            {problem}
          </p>
        )}
      </MarginSection>
    </form>
  );
}

function perQuestion(length: number, count: number): string {
  const each = length / count;
  return Number.isInteger(each) ? `${each} minutes` : `About ${Math.round(each)} minutes`;
}
