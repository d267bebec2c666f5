import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LevelMeter } from './level-meter.tsx';
import { hearsNothing, type Listening } from './listening-state.ts';
import type { Silence } from './silence.ts';
import { problemWords } from './voice-words.ts';

/** What is being heard, and what stands in the way of it. The words themselves go into the box below. */
export function HearingLine({
  listening,
  silence,
  silent,
  note,
  onTry,
  onDiscard,
}: {
  listening: Listening;
  silence: Silence;
  /** Nothing could be read aloud. */
  silent: boolean;
  note: string;
  onTry: () => void;
  onDiscard: () => void;
}) {
  const { problem, interim, on, level } = listening;
  const nothing = useNothingHeard(listening);
  return (
    <div className="mt-2 grid gap-1.5">
      {on && level > 0 && <LevelMeter level={level} />}
      {interim !== '' && <p className="max-w-read text-note text-faded italic">{interim}</p>}
      <p role="status" className="label min-h-5 font-normal">
        {statusWords(listening) ?? note}
      </p>
      {silence.kind === 'asking' && (
        <p role="alert" className="text-note">
          Still there? I will send what you have said in{' '}
          <span className="figures">{silence.secondsLeft}</span> s, or go on speaking.
        </p>
      )}
      {nothing && (
        <p role="alert" className="text-note">
          Nothing has been heard so far. Is it the right microphone, and is it not muted? You can type as
          well.
        </p>
      )}
      {silent && (
        <p className="label font-normal">
          Nothing can be read aloud here right now: the browser has no voice, or the voice failed. The
          questions stand above.
        </p>
      )}
      {problem && (
        <div role="alert" className="border-l-4 border-rubric pl-4">
          <p className="text-note">
            {problemWords[problem.kind]}
            {problem.detail && ` ${problem.detail}`}
          </p>
          <span className="flex flex-wrap gap-x-5">
            <Button look="quiet" onClick={onTry}>
              Try again
            </Button>
            {problem.kind === 'untranscribed' && (
              <Button look="quiet" onClick={onDiscard}>
                Leave that part out
              </Button>
            )}
          </span>
        </div>
      )}
    </div>
  );
}

function statusWords({ on, wanted, unwritten }: Listening): string | null {
  if (on) return unwritten > 0 ? 'Listening, and writing down what you said.' : 'Listening.';
  if (wanted) return 'Opening the microphone.';
  return unwritten > 0 ? 'Writing down what you said.' : null;
}

function useNothingHeard(listening: Listening): boolean {
  const [now, setNow] = useState(0);
  const { on, heardSomething } = listening;
  useEffect(() => {
    if (!on || heardSomething) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on, heardSomething]);
  return hearsNothing(listening, now);
}
