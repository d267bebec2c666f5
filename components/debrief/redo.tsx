import { formatClock } from '#components/interview/clock.ts';
import { sectionLabels } from '#components/labels.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { Quote } from './quote.tsx';
import { RedoForm } from './redo-form.tsx';
import { RedoOutcome } from './redo-outcome.tsx';

/** The weakest part of the story: what stands there, what to say in its place, and one try at it. */
export function Redo({ view, report }: { view: InterviewView; report: Report }) {
  if (view.redo)
    return <RedoOutcome result={view.redo} level={report.level} unvalidated={report.unvalidated} />;
  const { weakest } = report;
  if (!weakest) return null;
  const name = sectionLabels[weakest.section];
  return (
    <div className="max-w-read">
      <p className="text-read">
        The {name.toLowerCase()} is what holds this story back most. {weakest.brief}
      </p>
      <p className="label figures mt-2 font-normal">
        About {formatClock(weakest.targetSeconds)} when spoken. One try; it is graded in the place of the old
        words.
      </p>
      <div className="mt-5">
        <p className="label">What stands there now</p>
        {weakest.words.length === 0 && <p className="mt-1 text-note">Nothing: it was not told.</p>}
        {weakest.words.map((evidence) => (
          <Quote key={`${evidence.turnId}-${evidence.start}`} evidence={evidence} />
        ))}
      </div>
      <RedoForm
        interviewId={view.id}
        section={weakest.section}
        sectionName={name}
        targetSeconds={weakest.targetSeconds}
      />
    </div>
  );
}
