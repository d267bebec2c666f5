import type { Criterion } from '#lib/domain/rubric.ts';
import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import type { Sentence } from '#lib/engines/embedded/features.ts';
import type { CounterEvidence, Labelled } from './data.ts';

/** What a cut of a text teaches a sentence model. */
export interface SentenceTargets {
  /** sentences x criteria: target and weight of each */
  targets: Float32Array;
  weights: Float32Array;
}

/** How much a sentence counts in training, by what is known of it. */
const weightOf = { quoted: 3, beside: 0.25, absent: 1 } as const;
const highest = 3;

interface Lesson {
  quotes: readonly string[];
  /** of a quoted sentence; of all others 0 */
  target: number;
  /** of a sentence that no quote covers */
  otherwise: number;
}

/**
 * What carries a criterion. The sentence of the evidence carries it at its score; every sentence of an answer scored 0
 * carries nothing; the others beside an evidence quote probably nothing, so they weigh less. An answer without quotes
 * (dev) teaches only by its zeros.
 */
export function carriedTargets(
  text: string,
  sentences: readonly Sentence[],
  { scores, evidence }: Pick<Labelled['gold'], 'scores' | 'evidence'>,
): SentenceTargets {
  return teach(text, sentences, (criterion) => {
    const score = scores[criterion];
    const quote = evidence?.[criterion];
    if (score === undefined || (score > 0 && quote === undefined)) return null;
    return score === 0
      ? { quotes: [], target: 0, otherwise: weightOf.absent }
      : { quotes: quote === undefined ? [] : [quote], target: score, otherwise: weightOf.beside };
  });
}

/**
 * What speaks against a criterion: the counter-evidence of an answer scored 0 or 1, by as much as the score lacks. No
 * sentence of an answer scored 3 does, and probably none of one scored 2. A low score of an answer that was never
 * read for counter-evidence teaches nothing.
 */
export function againstTargets(
  text: string,
  sentences: readonly Sentence[],
  { scores }: Pick<Labelled['gold'], 'scores'>,
  counter: CounterEvidence | undefined,
): SentenceTargets {
  return teach(text, sentences, (criterion) => {
    const score = scores[criterion];
    if (score === undefined || (score <= 1 && counter === undefined)) return null;
    return {
      quotes: score <= 1 ? (counter?.[criterion] ?? []) : [],
      target: highest - score,
      otherwise: score === highest ? weightOf.absent : weightOf.beside,
    };
  });
}

function teach(
  text: string,
  sentences: readonly Sentence[],
  lessonOf: (criterion: Criterion) => Lesson | null,
): SentenceTargets {
  const columns = modelCriteria.length;
  const targets = new Float32Array(sentences.length * columns);
  const weights = new Float32Array(sentences.length * columns);
  modelCriteria.forEach((criterion, column) => {
    const lesson = lessonOf(criterion);
    if (!lesson) return;
    sentences.forEach((sentence, index) => {
      const quoted = lesson.quotes.some((quote) => covers(quote, text, sentence));
      const at = index * columns + column;
      targets[at] = quoted ? lesson.target : 0;
      weights[at] = quoted ? weightOf.quoted : lesson.otherwise;
    });
  });
  return { targets, weights };
}

/** Whether a quote is mostly this sentence, or this sentence mostly the quote. */
function covers(quote: string, text: string, sentence: Sentence): boolean {
  const start = text.indexOf(quote);
  if (start < 0) return false;
  const overlap = Math.min(start + quote.length, sentence.end) - Math.max(start, sentence.start);
  return overlap > 0.5 * Math.min(quote.length, sentence.text.length);
}
