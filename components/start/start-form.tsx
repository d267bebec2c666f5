'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { Button } from '#components/ui/button.tsx';
import type { EngineParts } from '#lib/domain/engine-parts.ts';
import type { Mode } from '#lib/domain/interview-event.ts';
import type { Level } from '#lib/domain/level.ts';
import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import type { ScenarioSummary } from '#lib/services/list-scenarios.ts';
import { EngineChoice } from './engine-choice.tsx';
import { LevelChoice } from './level-choice.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { ScenarioChoice } from './scenario-choice.tsx';
import { startedId } from './started-id.ts';

const MicrophoneCheck = dynamic(() => import('#components/voice/microphone-check.tsx'), { ssr: false });

/** Chooses a question and a level, and begins. */
export function StartForm({
  scenarios,
  wanted,
  storyId,
  voice,
  ...engines
}: {
  scenarios: readonly ScenarioSummary[];
  /** The person's own story that is taken to it. */
  storyId?: string | undefined;
  wanted: { scenario?: string | undefined; level?: Level | undefined };
  voice: VoiceDescription;
} & EngineParts) {
  const router = useRouter();
  const [scenarioId, setScenarioId] = useState(wanted.scenario);
  const [level, setLevel] = useState<Level>(wanted.level ?? 'sde2');
  const [mode, setMode] = useState<Mode>('typed');
  const [embedded, setEmbedded] = useState(false);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarios[0];

  async function begin() {
    setStarting(true);
    setProblem(null);
    try {
      const response = await post(storyId ? `/api/stories/${storyId}/interviews` : '/api/interviews', {
        ...{ scenarioId: scenario?.id, level, mode },
        ...(embedded ? { engine: 'embedded' } : {}),
      });
      router.push(`/interviews/${startedId(await response.json())}`);
    } catch (error) {
      setProblem(asApiError(error).message);
      setStarting(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <MarginSection title="The question">
        {scenario && <ScenarioChoice scenarios={scenarios} chosen={scenario} onChoose={setScenarioId} />}
      </MarginSection>
      <MarginSection title="The level">
        {scenario && <LevelChoice levels={scenario.levels} chosen={level} onChoose={setLevel} />}
      </MarginSection>
      <MarginSection title="Your answers">
        <ModeChoice chosen={mode} onChoose={setMode} />
        {mode === 'spoken' && <MicrophoneCheck voice={voice} />}
      </MarginSection>
      <MarginSection title="Begin">
        <p className="max-w-read text-note text-faded">
          One story first, then three to six follow-up questions. You may stop at any time, and come back to
          it.
        </p>
        {(engines.speaking !== 'embedded' || engines.grading !== 'embedded') && (
          <EngineChoice engines={engines} embedded={embedded} onChoose={setEmbedded} />
        )}
        <Button look="main" type="submit" className="mt-5 px-7" disabled={starting || !scenario}>
          {starting ? 'The bar raiser is joining' : 'Begin the interview'}
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
