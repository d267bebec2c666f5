'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { Button } from '#components/ui/button.tsx';
import type { InterviewView } from '#lib/domain/interview-view.ts';

/** Above the conversation of a loop's question: which one it is, who asks, and the way to pause. */
export function LoopBar({ loop, over }: { loop: NonNullable<InterviewView['loop']>; over: boolean }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const place = `/loops/${loop.id}`;

  async function pause() {
    setProblem(null);
    try {
      await post(`/api/loops/${loop.id}/pause`, {});
      router.push(place);
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <p className="label flex flex-wrap items-baseline gap-x-5 gap-y-1 pb-6">
      <Link href={place} className="link">
        Question {loop.position} of {loop.of} in your loop
      </Link>
      <span className="font-normal">with {loop.interviewer}</span>
      {!over && (
        <Button look="quiet" onClick={() => void pause()}>
          Pause and leave
        </Button>
      )}
      {problem && (
        <span role="alert" className="text-rubric">
          {problem}
        </span>
      )}
    </p>
  );
}
