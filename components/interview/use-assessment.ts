'use client';

import { useCallback, useEffect, useState } from 'react';
import { asApiError, isModelFault, post, request } from '#components/api-error.ts';
import { type Progress, readProgress } from './read-progress.ts';

export type Assessment =
  | { status: 'running'; progress: Progress | null }
  | { status: 'ready' }
  | { status: 'failed'; message: string; modelFault: boolean };

/**
 * Has an interview assessed, or all of a loop's, telling how far it is. Asking twice does no harm: the server does it
 * once. `end` is the address that ends it, `interviewIds` those that may go on with the embedded engine.
 */
export function useAssessment(end: string, interviewIds: readonly string[]) {
  const [assessment, setAssessment] = useState<Assessment>({ status: 'running', progress: null });

  const run = useCallback(
    async (signal?: AbortSignal) => {
      setAssessment({ status: 'running', progress: null });
      try {
        const response = await request(end, {
          method: 'POST',
          signal: signal ?? null,
        });
        if (response.body)
          for await (const progress of readProgress(response.body))
            setAssessment({ status: 'running', progress });
        setAssessment({ status: 'ready' });
      } catch (error) {
        if (signal?.aborted) return;
        const { code, message } = asApiError(error);
        setAssessment({ status: 'failed', message, modelFault: isModelFault(code) });
      }
    },
    [end],
  );

  useEffect(() => {
    const controller = new AbortController();
    void run(controller.signal);
    return () => controller.abort();
  }, [run]);

  async function runEmbedded() {
    try {
      for (const id of interviewIds) await changeToEmbedded(id);
    } catch (error) {
      return setAssessment({ status: 'failed', message: asApiError(error).message, modelFault: true });
    }
    await run();
  }

  return { assessment, again: () => void run(), withEmbedded: () => void runEmbedded() };
}

/** An interview of a loop that is read already keeps the debrief it has. */
async function changeToEmbedded(interviewId: string): Promise<void> {
  try {
    await post(`/api/interviews/${interviewId}/engine`, { engine: 'embedded' });
  } catch (error) {
    if (asApiError(error).code !== 'interview_over') throw error;
  }
}
