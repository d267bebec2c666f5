import type { ProbeReport } from '#lib/domain/report-schema.ts';
import { ratingWords } from './plain-words.ts';
import { Quote } from './quote.tsx';

/** Each follow-up question: how the reply was rated, why, and what a strong one would have had. */
export function ProbeList({ probes }: { probes: readonly ProbeReport[] }) {
  if (probes.length === 0) return <p className="text-note text-faded">No follow-up question was answered.</p>;
  return (
    <ol className="-mt-5">
      {probes.map((probe) => (
        <li
          key={probe.questionTurnId}
          className="grid gap-x-8 gap-y-2 border-b border-rule py-5 last:border-b-0 tablet:grid-cols-[7rem_minmax(0,1fr)]"
        >
          <p className="pt-1 font-sans text-control font-semibold">
            {probe.rating === null ? 'Not rated' : ratingWords[probe.rating]}
          </p>
          <div className="grid max-w-read gap-2 text-note">
            <h3 className="text-read font-medium">
              <a href={`#turn-${probe.questionTurnId}`} className="hover:text-rubric">
                {probe.question}
              </a>
            </h3>
            <p>{probe.why}</p>
            {probe.evidence.map((evidence) => (
              <Quote key={`${evidence.turnId}-${evidence.start}-${evidence.end}`} evidence={evidence} />
            ))}
            <p>
              <span className="label mr-1.5">Why it was asked</span> {probe.reason}
            </p>
            <p>
              <span className="label mr-1.5">A strong reply</span> {probe.strong}
            </p>
            {probe.example && <ExampleReplies example={probe.example} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function ExampleReplies({ example }: { example: NonNullable<ProbeReport['example']> }) {
  return (
    <details className="mt-1">
      <summary className="label w-fit underline decoration-edge underline-offset-4 hover:text-rubric">
        A weak and a strong reply, from the published example
      </summary>
      <dl className="mt-3 grid gap-3 border-l border-edge pl-4">
        <div>
          <dt className="label">Weak</dt>
          <dd>“{example.weak}”</dd>
          <dd className="mt-1 text-faded">{example.weakWhy}</dd>
        </div>
        <div>
          <dt className="label">Strong</dt>
          <dd>“{example.strong}”</dd>
          <dd className="mt-1 text-faded">
            What carries it: <span className="text-ink">{example.keyPhrase}</span>
          </dd>
        </div>
      </dl>
    </details>
  );
}
