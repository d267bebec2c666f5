import Link from 'next/link';
import { formatClock } from '#components/interview/clock.ts';
import { sectionLabels } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import { kindWords } from './drill-words.ts';

/** What is asked of one, and what there is to know for it. */
export function ExerciseBrief({ exercise }: { exercise: ExerciseTask }) {
  return (
    <MarginSection title="The task" note={noteOf(exercise)}>
      <div className="grid max-w-read gap-4">
        <Task exercise={exercise} />
      </div>
    </MarginSection>
  );
}

function noteOf(exercise: ExerciseTask): string {
  return exercise.kind === 'section'
    ? `${formatClock(exercise.task.clockSeconds)} when spoken`
    : `About ${exercise.targetSeconds} seconds`;
}

function Task({ exercise }: { exercise: ExerciseTask }) {
  switch (exercise.kind) {
    case 'section': {
      const { section, coaching, present } = exercise.task;
      const name = sectionLabels[section].toLowerCase();
      return (
        <>
          <p className="text-ask font-medium">
            {exercise.story
              ? `Tell the ${name} of “${exercise.story.title}”.`
              : `Tell the ${name} of a story of your own that answers this question. Only this part.`}
          </p>
          <p className="text-note">{coaching}</p>
          {present !== null && (
            <Folded title={`The ${name} as you wrote it`}>{present || 'Nothing yet.'}</Folded>
          )}
        </>
      );
    }
    case 'probe':
      return (
        <>
          <p className="text-ask font-medium">{exercise.task.asked}</p>
          <p className="text-note text-faded">
            {exercise.story
              ? 'It is about your own story.'
              : 'It is about the story below: reply as if it were yours.'}
          </p>
          <Folded title="The story" open={exercise.story === null}>
            {exercise.task.told}
          </Folded>
        </>
      );
    case 'quiz':
      return <p className="text-ask font-medium">{exercise.task.asked}</p>;
    case 'flaw':
      return <p className="text-ask font-medium">{kindWords.flaw.task}.</p>;
    default:
      return (
        <>
          <p className="text-ask font-medium">{kindWords[exercise.kind].task}.</p>
          <blockquote className="border-l-4 border-rule pl-5 text-read whitespace-pre-line">
            {exercise.task.passage}
          </blockquote>
          {exercise.task.facts !== null && (
            <Folded title="What happened" open>
              {`${exercise.task.facts} What is not said here you may make up.`}
            </Folded>
          )}
        </>
      );
  }
}

function Folded({ title, children, open = false }: { title: string; children: string; open?: boolean }) {
  return (
    <details open={open}>
      <summary className="label hover:text-rubric">{title}</summary>
      <p className="mt-2 border-l border-edge pl-4 text-note whitespace-pre-line">{children}</p>
    </details>
  );
}

/** The way to where an exercise is drawn from. */
export function ExerciseSource({ exercise }: { exercise: ExerciseTask }) {
  return exercise.story ? (
    <Link href={`/stories/${exercise.story.id}`} className="link">
      Your story
    </Link>
  ) : (
    <Link href={`/study/${exercise.scenarioId}`} className="link">
      Read the whole scenario
    </Link>
  );
}
