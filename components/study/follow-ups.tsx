import type { FollowUp } from '#lib/domain/scenario.ts';
import { MarkedPhrases } from './marked-phrases.tsx';

/** The documented probes, each with a weak and a strong reply side by side. */
export function FollowUps({ followUps }: { followUps: readonly FollowUp[] }) {
  return (
    <ol className="grid gap-10">
      {followUps.map(({ id, question, probes, weak, strong }) => (
        <li key={id} id={`probe-${id}`} className="keep">
          <h3 className="max-w-read text-ask">{question}</h3>
          <p className="label mt-1 font-normal">It probes: {lowerFirst(probes)}</p>
          <div className="mt-4 grid gap-x-10 gap-y-5 tablet:grid-cols-2">
            <div className="border-t-4 border-rule pt-3">
              <h4 className="label">A weak reply</h4>
              <p className="mt-1.5 text-note">{weak.reply}</p>
              <p className="mt-2 text-note text-rubric">{weak.why}</p>
            </div>
            <div className="border-t-4 border-ink pt-3">
              <h4 className="label">A strong reply</h4>
              <p className="mt-1.5 text-note">
                <MarkedPhrases text={strong.reply} phrases={[strong.key_phrase]} />
              </p>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
