import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import type { Sentence } from '#lib/engines/embedded/features.ts';
import type { Labelled } from './data.ts';

/** What a cut of a text teaches the sentence model. */
export interface SentenceTargets {
  /** sentences x criteria: target and weight of each */
  targets: Float32Array;
  weights: Float32Array;
}

/** How much a sentence counts in training, by what is known of it. */
const weightOf = { evidence: 3, beside: 0.25, absent: 1 } as const;

/**
 * The sentence of the evidence carries the criterion at its score; every sentence of an answer scored 0 carries nothing;
 * the others beside an evidence quote probably nothing, so they weigh less. An answer without quotes (dev) teaches only
 * by its zeros.
 */
export function sentenceTargets(
  text: string,
  sentences: readonly Sentence[],
  { scores, evidence }: Pick<Labelled['gold'], 'scores' | 'evidence'>,
): SentenceTargets {
  const columns = modelCriteria.length;
  const targets = new Float32Array(sentences.length * columns);
  const weights = new Float32Array(sentences.length * columns);
  modelCriteria.forEach((criterion, column) => {
    const score = scores[criterion];
    if (score === undefined) return;
    const quote = evidence?.[criterion];
    if (score > 0 && quote === undefined) return;
    const start = quote === undefined ? -1 : text.indexOf(quote);
    sentences.forEach((sentence, index) => {
      const at = index * columns + column;
      const overlap =
        quote === undefined
          ? 0
          : Math.min(start + quote.length, sentence.end) - Math.max(start, sentence.start);
      const carries =
        score > 0 && quote !== undefined && overlap > 0.5 * Math.min(quote.length, sentence.text.length);
      targets[at] = carries ? score : 0;
      weights[at] = carries ? weightOf.evidence : score === 0 ? weightOf.absent : weightOf.beside;
    });
  });
  return { targets, weights };
}
