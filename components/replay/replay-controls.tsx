'use client';

import { formatClock } from '#components/interview/clock.ts';
import { Button } from '#components/ui/button.tsx';
import type { ReplayAction, ReplayState } from './replay-state.ts';

/** Play, pause, step, speed and the scrubber, by mouse, touch and keys. */
export function ReplayControls({
  state,
  step,
  steps,
  end,
  dispatch,
}: {
  state: ReplayState;
  step: number;
  steps: number;
  /** Seconds it takes in all. */
  end: number;
  dispatch: (action: ReplayAction) => void;
}) {
  const place = `${formatClock(state.at)} of ${formatClock(end)}, step ${step + 1} of ${steps}`;
  return (
    <fieldset className="border-t border-ink bg-paper py-3">
      <legend className="sr-only">Replay</legend>
      <input
        type="range"
        aria-label="Place in the replay"
        aria-valuetext={place}
        min={0}
        max={Math.ceil(end)}
        step={1}
        value={Math.round(state.at)}
        onChange={(event) => dispatch({ type: 'sought', at: event.target.valueAsNumber })}
        className="block min-h-8 w-full"
      />
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="main" className="min-w-24" onClick={() => dispatch({ type: 'toggled' })}>
          {state.playing ? 'Pause' : 'Play'}
        </Button>
        <Button disabled={step === 0 && state.at === 0} onClick={() => dispatch({ type: 'stepped', by: -1 })}>
          Back
        </Button>
        <Button disabled={step === steps - 1} onClick={() => dispatch({ type: 'stepped', by: 1 })}>
          Next
        </Button>
        <Button
          aria-pressed={state.speed === 2}
          className="aria-pressed:border-ink aria-pressed:bg-wash"
          onClick={() => dispatch({ type: 'speed', speed: state.speed === 2 ? 1 : 2 })}
        >
          Double speed
        </Button>
        <span className="label figures font-normal">{place}</span>
      </div>
      <p className="label mt-2 font-normal max-tablet:hidden">
        Keys: space plays, the arrows step, Home and End go to either end, 1 and 2 set the speed.
      </p>
    </fieldset>
  );
}
