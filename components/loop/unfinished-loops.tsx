import Link from 'next/link';
import { levelLabels } from '#components/labels.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';

/** The way back to loops that were begun and not ended, and to those whose debrief is ready. */
export function UnfinishedLoops({ loops }: { loops: readonly LoopView[] }) {
  if (loops.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2">
      {loops.map(({ id, phase, position, questions, level, createdAt }) => (
        <li key={id} className="text-note">
          <Link href={`/loops/${id}`} className="link">
            Loop of {day(createdAt)}, {questions.length} questions
          </Link>{' '}
          <span className="text-faded">
            ({levelLabels[level]}, {phase === 'debrief' ? 'debrief' : standing(phase, position)})
          </span>
        </li>
      ))}
    </ul>
  );
}

function standing(phase: LoopView['phase'], position: number | null): string {
  if (phase === 'voting') return 'your vote is missing';
  return phase === 'waiting' ? 'not begun' : `at question ${position}`;
}

function day(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
}
