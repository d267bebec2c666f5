import { sectionLabels } from '#components/labels.ts';
import type { StudySection } from '#lib/services/study/get-scenario.ts';
import { MarkedPhrases } from './marked-phrases.tsx';
import { TimingBar } from './timing-bar.tsx';

/** One section of the story: its time in the margin, the words with their key phrases, coaching and mistake beside. */
export function SectionWalk({ part, longest }: { part: StudySection; longest: number }) {
  return (
    <section
      aria-labelledby={`section-${part.section}`}
      className="margin-row keep border-t border-rule pt-5 pb-9"
    >
      <div>
        <h3 id={`section-${part.section}`} className="font-sans text-control font-semibold">
          {sectionLabels[part.section]}
        </h3>
        <TimingBar seconds={part.seconds} targetSeconds={part.targetSeconds} longest={longest} />
      </div>
      <div className="grid gap-x-12 gap-y-5 desk:grid-cols-[minmax(0,1fr)_18rem]">
        <p className="max-w-read text-read">
          <MarkedPhrases text={part.strong} phrases={part.keyPhrases} />
        </p>
        <dl className="grid content-start gap-4 text-note">
          <div>
            <dt className="label">What makes it work</dt>
            <dd className="mt-1">{part.coaching}</dd>
          </div>
          <div>
            <dt className="label text-rubric!">The common mistake</dt>
            <dd className="mt-1">{part.mistake}</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}
