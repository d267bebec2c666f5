import type { ReplayStep } from '#lib/domain/history/replay-timeline.ts';
import type { ProbeReport } from '#lib/domain/report-schema.ts';
import { ReplayLedger } from './replay-ledger.tsx';
import { ReplayTurn } from './replay-turn.tsx';

/** The replay without script: everything that was said, with the ledger after each step that moved it. */
export function ReplayTranscript({
  steps,
  probes,
  mark,
}: {
  steps: readonly ReplayStep[];
  probes: Readonly<Record<string, Pick<ProbeReport, 'rating' | 'why'>>>;
  mark: string;
}) {
  return steps.map((step) => (
    <section key={step.id} className="border-t border-rule py-5">
      <ol>
        <ReplayTurn step={step} probe={probes[step.id] ?? null} current={false} mark={mark} />
      </ol>
      {step.moved.length > 0 && (
        <details className="mt-3 pl-4">
          <summary className="label w-fit">The ledger after this</summary>
          <ReplayLedger step={step} mark={mark} />
        </details>
      )}
    </section>
  ));
}
