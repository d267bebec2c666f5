import { mean } from '#evals/metrics/mean.ts';
import { overlaps } from '#lib/domain/evidence.ts';
import { type Criterion, labelledCriteria, ownCriteria } from '#lib/domain/rubric.ts';
import { isDev, type Labelled, questionPrinciples, readCounterEvidence } from './data.ts';
import type { Unseen } from './grade-unseen.ts';

/** Of the train answers' printed scores of 1 and more with a rater's quote: how many show words of that quote. */
export function evidenceOverlap(unseen: readonly Unseen[]): number {
  const hits = unseen.flatMap(({ labelled, grade }) =>
    labelledCriteria.flatMap((criterion) => {
      const rater = labelled.gold.evidence?.[criterion];
      const shown = grade.quotes[criterion] ?? [];
      if (rater === undefined || shown.length === 0) return [];
      return [shown.some((quote) => overlaps(quote, placeOf(rater, labelled))) ? 1 : 0];
    }),
  );
  return mean(hits);
}

/** What answers are read for counter-evidence on, beside the principle's own two. */
const readForCounterEvidence: readonly Criterion[] = ['ownership', 'reflection'];

/**
 * Of the train answers: how often what is shown against a criterion shares words with what a reader quoted against it
 * (never, where its score is 2 or 3), and how many of the reader's criteria are found.
 */
export function counterEvidenceAgreement(unseen: readonly Unseen[]): Record<string, number> {
  const counters = readCounterEvidence();
  const rows = unseen.flatMap(({ labelled, grade }) => {
    if (isDev(labelled)) return [];
    const counter = counters.get(labelled.id);
    const own = ownCriteria[questionPrinciples[labelled.question]];
    return [...own, ...readForCounterEvidence].flatMap((criterion) => {
      const low = (labelled.gold.scores[criterion] ?? 0) <= 1;
      if (low && !counter) return [];
      const quoted = ((low && counter?.[criterion]) || []).map((quote) => placeOf(quote, labelled));
      const shown = grade.against[criterion] ?? [];
      const found = shown.some((quote) => quoted.some((place) => overlaps(quote, place)));
      return [{ shown: shown.length > 0, quoted: quoted.length > 0, found }];
    });
  });
  const shareFound = (of: typeof rows) => mean(of.map(({ found }) => (found ? 1 : 0)));
  return {
    counter_evidence_precision: shareFound(rows.filter(({ shown }) => shown)),
    counter_evidence_recall: shareFound(rows.filter(({ quoted }) => quoted)),
  };
}

/** Where a verbatim quote of an answer stands in it. */
function placeOf(quote: string, { answer }: Labelled): { start: number; end: number } {
  const start = answer.indexOf(quote);
  return { start, end: start + quote.length };
}
