'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { ReplayStep } from '#lib/domain/history/replay-timeline.ts';
import type { ProbeReport } from '#lib/domain/report-schema.ts';
import { ReplayControls } from './replay-controls.tsx';
import { ReplayLedger } from './replay-ledger.tsx';
import { ReplayTurn } from './replay-turn.tsx';
import { useReplay } from './use-replay.ts';

/** The interview as it went, turn by turn, with the ledger beside it. */
export function ReplayPlayer({
  steps,
  probes,
  mark,
}: {
  steps: readonly ReplayStep[];
  probes: Readonly<Record<string, Pick<ProbeReport, 'rating' | 'why'>>>;
  mark: string;
}) {
  const times = useMemo(() => steps.map(({ at }) => at), [steps]);
  const { state, dispatch, step } = useReplay(times);
  const list = useRef<HTMLOListElement>(null);
  const current = steps[step];

  useEffect(() => {
    // Scrolls the page no more than the step needs; smoothly only where the page itself may.
    if (step > 0) list.current?.children[step]?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  if (!current) return null;
  return (
    <div className="noscript:hidden">
      <div className="gap-x-12 wide:grid wide:grid-cols-[minmax(0,1fr)_21rem]">
        <ol
          ref={list}
          aria-label="What was said"
          aria-live="polite"
          className="grid min-w-0 content-start gap-6 pb-8 *:scroll-mb-56"
        >
          {steps.slice(0, step + 1).map((each, index) => (
            <ReplayTurn
              key={each.id}
              step={each}
              probe={probes[each.id] ?? null}
              current={index === step}
              mark={mark}
            />
          ))}
        </ol>
        <section
          aria-labelledby="replay-ledger"
          className="pb-8 max-wide:border-t max-wide:border-rule max-wide:pt-5 wide:sticky wide:top-4 wide:self-start wide:border-l wide:border-rule wide:pl-8"
        >
          <h2 id="replay-ledger" className="pb-2 font-sans text-control font-semibold">
            The ledger at this moment
          </h2>
          <ReplayLedger step={current} mark={mark} />
        </section>
      </div>
      <div className="sticky bottom-0 z-10">
        <ReplayControls
          state={state}
          step={step}
          steps={steps.length}
          end={times.at(-1) ?? 0}
          dispatch={dispatch}
        />
      </div>
    </div>
  );
}
