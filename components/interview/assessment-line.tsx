import { Button } from '#components/ui/button.tsx';
import type { Assessment } from './use-assessment.ts';

/** What is being done with the interview meanwhile. */
export function AssessmentLine({
  assessment,
  again,
  withEmbedded,
}: {
  assessment: Assessment;
  again: () => void;
  withEmbedded: () => void;
}) {
  if (assessment.status === 'failed')
    return (
      <div role="alert" className="mt-6 border-l-4 border-rubric pl-4">
        <p className="text-note">{assessment.message} What you said is stored.</p>
        <span className="flex flex-wrap gap-x-5">
          <Button look="quiet" onClick={again}>
            Try again
          </Button>
          {assessment.modelFault && (
            <Button look="quiet" onClick={withEmbedded}>
              Go on with the embedded engine
            </Button>
          )}
        </span>
      </div>
    );
  return (
    <p role="status" className="label mt-6 font-normal">
      {sentence(assessment)}
    </p>
  );
}

function sentence(assessment: Exclude<Assessment, { status: 'failed' }>): string {
  if (assessment.status === 'ready') return 'The debrief is ready.';
  const { progress } = assessment;
  if (!progress) return 'The interview is being closed.';
  if (progress.step === 'reading') {
    const about = progress.about ? `: ${progress.about}` : '';
    return `The answers are being read, ${progress.done} of ${progress.of} parts done${about}.`;
  }
  return `${steps[progress.step] ?? 'The debrief is being prepared'}: step ${progress.done} of ${progress.of}.`;
}

/** What comes after a step that is done. */
const steps: Record<string, string> = {
  closed: 'The transcript is being read',
  read: 'The debrief is being written',
  debriefed: 'The debrief is ready',
};
