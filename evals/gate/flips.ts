import type { GradedCase } from '#evals/suites/finding.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import { type Criterion, criterionSchema, type Score } from '#lib/domain/rubric.ts';
import { type Vote, verdicts } from '#lib/domain/verdict.ts';

/** An answer that is judged otherwise than before. */
export interface Flip {
  id: string;
  votes: { level: Level; before: Vote; after: Vote; label: Vote | null }[];
  scores: {
    criterion: Criterion;
    before: Score | null;
    after: Score | null;
    label: number | null;
    quote: string | null;
  }[];
  /** Steps further from the labels than before; below 0 nearer. */
  worse: number;
}

/** The answers whose votes or scores moved, those that moved furthest from their labels first. */
export function flipsBetween(before: readonly GradedCase[], after: readonly GradedCase[]): Flip[] {
  const known = new Map(before.map((each) => [each.id, each]));
  return after
    .flatMap((now) => {
      const was = known.get(now.id);
      const flip = was ? flipOf(was, now) : null;
      return flip && flip.votes.length + flip.scores.length > 0 ? [flip] : [];
    })
    .sort((a, b) => b.worse - a.worse || b.votes.length - a.votes.length || (a.id < b.id ? -1 : 1));
}

function flipOf(was: GradedCase, now: GradedCase): Flip {
  const labelIn = (table: string) => now.finding.tables[table]?.[0]?.[0] ?? null;
  const votes = levels.flatMap((level) => {
    const [before, after] = [was.finding.votes?.[level], now.finding.votes?.[level]];
    if (!before || !after || before === after) return [];
    const label = labelIn(`vote:${level}`);
    return [{ level, before, after, label: label === null ? null : (verdicts[label] ?? null) }];
  });
  const scores = criterionSchema.options.flatMap((criterion) => {
    const [before, after] = [was.finding.scores?.[criterion], now.finding.scores?.[criterion]];
    if (before === undefined || after === undefined || before === after) return [];
    const quote = now.finding.quotes?.[criterion] ?? null;
    return [{ criterion, before, after, label: labelIn(`criterion:${criterion}`), quote }];
  });
  const further = (label: number | null, before: number, after: number) =>
    label === null ? 0 : Math.abs(after - label) - Math.abs(before - label);
  const rank = (vote: Vote) =>
    Math.max(0, verdicts.indexOf(vote === 'not_enough_evidence' ? 'strong_no_hire' : vote));
  const worse =
    votes.reduce(
      (sum, each) =>
        sum + 2 * further(each.label === null ? null : rank(each.label), rank(each.before), rank(each.after)),
      0,
    ) + scores.reduce((sum, each) => sum + further(each.label, each.before ?? 0, each.after ?? 0), 0);
  return { id: now.id, votes, scores, worse };
}
