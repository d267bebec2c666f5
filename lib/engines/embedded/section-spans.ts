import type { SectionSpan } from '#lib/domain/assessment.ts';
import { type Criterion, criterionIn, type Rubric } from '#lib/domain/rubric.ts';
import { sections } from '#lib/domain/section.ts';
import { modelCriteria, type ReadAnswer } from './answer-model.ts';

/** Where in a story each section usually lies, as a share of its sentences (means over the evidence quotes of evals/data/train.jsonl). */
const usualPlace = [0.08, 0.17, 0.5, 0.78, 0.93] as const;
const placeWeight = 2.2;
/** The cost of telling a section after a later one has begun. */
const backwards = 0.7;

/** What a lesson sounds like, the generic one too; and the least that a sentence must carry of one without such words. */
const lesson =
  /\b(?:learn(?:ed|t|ing)?|lessons?|looking back|in hindsight|next time|taught|realis\w+|realiz\w+|since then|should have|i(?:['’]d| would) (?:do|have|ask|start|bring|tell|not)|it shows|shows? (?:me|that)|(?:took|take) (?:from|away))\b/iu;
const leastLesson = 0.7;
/** The cost of calling an ending a reflection for nothing but its place. */
const placeAlone = 0.3;

/**
 * Which section of a story each sentence belongs to: what the sentence carries, where it stands, and that stories run
 * forwards, best over the whole answer (Viterbi). Neighbouring sentences of one section become one span.
 */
export function assignSections(
  text: string,
  { sentences, carried }: ReadAnswer,
  criteria: readonly Criterion[],
  rubric: Rubric,
  turnId: string,
): SectionSpan[] {
  const path = bestPath(
    sentences.map((sentence, index) => {
      const place = (index + 0.5) / sentences.length;
      return sections.map((section, at) => {
        const told = criteria
          .filter((criterion) => criterionIn(rubric, criterion).section === section)
          .map((criterion) => carried[index]?.[modelCriteria.indexOf(criterion)] ?? 0);
        const value = Math.max(0, ...told);
        const unfounded =
          section === 'reflection' &&
          value < leastLesson &&
          !lesson.test(text.slice(sentence.start, sentence.end));
        return value - (unfounded ? placeAlone : 0) - placeWeight * (place - (usualPlace[at] ?? 0)) ** 2;
      });
    }),
  );
  const spans: SectionSpan[] = [];
  sentences.forEach((sentence, index) => {
    const section = sections[path[index] ?? 0] ?? 'situation';
    const last = spans.at(-1);
    const gap = last ? text.slice(last.end, sentence.start) : '';
    if (last?.section === section && /^[ \t]*$/u.test(gap)) {
      last.end = sentence.end;
      last.quote = text.slice(last.start, last.end);
    } else {
      spans.push({ section, turnId, start: sentence.start, end: sentence.end, quote: sentence.text });
    }
  });
  return spans;
}

function bestPath(values: readonly (readonly number[])[]): number[] {
  const from: number[][] = [];
  let totals = sections.map((_, at) => (at === 0 ? 0 : -0.2 * at));
  for (const row of values) {
    const chosen: number[] = [];
    totals = row.map((value, to) => {
      const options = totals.map((total, at) => total - (at > to ? backwards * (at - to) : 0));
      const best = options.indexOf(Math.max(...options));
      chosen.push(best);
      return (options[best] ?? 0) + value;
    });
    from.push(chosen);
  }
  let at = totals.indexOf(Math.max(...totals));
  return from.reduceRight<number[]>((path, chosen) => {
    path.unshift(at);
    at = chosen[at] ?? 0;
    return path;
  }, []);
}
