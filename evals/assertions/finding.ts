import { caseRecordSchema } from '#evals/suites/finding.ts';

interface Judged {
  pass: boolean;
  score: number;
  reason: string;
  namedScores?: Record<string, number>;
}

/**
 * Records what a case found as named scores, and marks in the viewer the cases in which something was missed or broken.
 * Whether a run is good enough is not decided here: the gate compares whole runs.
 */
export default function judgeFinding(output: unknown): Judged {
  const parsed = caseRecordSchema.safeParse(typeof output === 'string' ? JSON.parse(output) : output);
  if (!parsed.success) return { pass: false, score: 0, reason: 'The provider gave no finding.' };
  if (parsed.data.status === 'failed') return { pass: false, score: 0, reason: parsed.data.error };
  const { shares, tables, broken, missed } = parsed.data.finding;
  const counted = Object.entries(shares).filter(([, [, whole]]) => whole > 0);
  const rated = Object.entries(tables).filter(
    ([name, pairs]) => pairs.length > 0 && !name.startsWith('repeat:'),
  );
  const reasons = [...broken.map((fault) => `BROKEN ${fault}`), ...missed];
  return {
    pass: reasons.length === 0,
    score: reasons.length === 0 ? 1 : 0,
    reason: reasons.join('; ') || 'as expected',
    namedScores: {
      ...Object.fromEntries(counted.map(([name, [part, whole]]) => [name, part / whole])),
      ...Object.fromEntries(
        rated.map(([name, pairs]) => [
          `exact ${name}`,
          pairs.filter(([gold, given]) => gold === given).length / pairs.length,
        ]),
      ),
    },
  };
}
