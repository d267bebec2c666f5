import type { Score } from '#lib/domain/rubric.ts';

const steps = [1, 2, 3] as const;

/** A score as three bars, raised as far as it goes. The number stands beside it in words. */
export function ScoreBar({ score }: { score: Score | null }) {
  return (
    <div className="mt-2 flex h-2 w-24 gap-0.5 print:[print-color-adjust:exact]" aria-hidden="true">
      {steps.map((step) => (
        <span
          key={step}
          className={`h-full grow ${score !== null && step <= score ? 'bg-ink' : 'border border-edge'}`}
        />
      ))}
    </div>
  );
}
