import Link from 'next/link';
import { buttonClass } from '#components/ui/button.tsx';
import type { InterviewView } from '#lib/domain/interview-view.ts';

/** What stands in the room when a question of a loop is over: the way on, and nothing of how it went. */
export function AfterQuestion({ loop }: { loop: NonNullable<InterviewView['loop']> }) {
  const last = loop.position === loop.of;
  return (
    <div>
      <p className="text-ask">
        Question {loop.position} of {loop.of} is over.
      </p>
      <p className="mt-2 max-w-read text-note text-faded">
        {last
          ? 'It was the last one. Next you vote on yourself, once for all of them, and then you see the debrief.'
          : 'A break comes next, then another question. The debrief comes after all of them.'}
      </p>
      <Link href={`/loops/${loop.id}`} className={`${buttonClass('main')} mt-5`}>
        {last ? 'Go on to the vote' : 'Go on to the break'}
      </Link>
    </div>
  );
}
