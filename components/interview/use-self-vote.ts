import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import type { Verdict } from '#lib/domain/verdict.ts';

/** The candidate's own vote, sent to `path` once; a vote that was already cast elsewhere counts as cast. */
export function useSelfVote(path: string, given: boolean) {
  const [voted, setVoted] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);

  async function vote(body: { vote: Verdict } | { skip: true }) {
    setProblem(null);
    try {
      await post(path, body);
      setVoted(true);
    } catch (error) {
      const fault = asApiError(error);
      if (fault.code === 'already_voted') setVoted(true);
      else setProblem(fault.message);
    }
  }

  return { voted, problem, vote };
}
