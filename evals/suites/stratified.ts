import type { Labelled } from '#evals/training/data.ts';

/**
 * A sample that holds every question and every gold vote at SDE2 as evenly as it can: one of each kind in turn, in the
 * order of the file, until `size` answers are drawn or none is left. The same answers every time.
 */
export function stratified(answers: readonly Labelled[], size: number): Labelled[] {
  const kinds = new Map<string, Labelled[]>();
  for (const answer of answers) {
    const kind = `${answer.question}/${answer.gold.verdict.sde2}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), answer]);
  }
  const drawn: Labelled[] = [];
  for (let round = 0; drawn.length < Math.min(size, answers.length); round += 1) {
    for (const kind of [...kinds.keys()].sort()) {
      const next = kinds.get(kind)?.[round];
      if (next && drawn.length < size) drawn.push(next);
    }
  }
  return drawn;
}
