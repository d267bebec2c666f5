import { findScenario, type Library } from '#lib/content/library.ts';
import { type Criterion, criteriaOf } from '#lib/domain/rubric.ts';
import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import {
  answerVector,
  readSentences,
  type Sentence,
  sentenceVector,
} from '#lib/engines/embedded/features.ts';
import { replyVector } from '#lib/engines/embedded/reply-features.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { type Labelled, questionPrinciples } from './data.ts';

export interface Example {
  labelled: Labelled;
  fold: number;
  criteria: readonly Criterion[];
  sentences: readonly Sentence[];
  sentenceVectors: readonly SparseVector[];
  answerVector: SparseVector;
  replies: readonly { vector: SparseVector; rating: number }[];
  /** sentences x criteria: target and weight of each for the sentence model */
  targets: Float32Array;
  weights: Float32Array;
}

/** How much a sentence counts in training, by what is known of it. */
const weightOf = { evidence: 2, beside: 0.5, absent: 1 } as const;

/** Everything the trainer reads of one labelled answer, computed once. */
export function prepare(labelled: Labelled, fold: number, library: Library): Example {
  const sentences = readSentences(labelled.answer);
  const scenario = findScenario(library, labelled.question);
  const aims = (probe: string) =>
    scenario.follow_ups.find(({ id }) => `${labelled.question}.${id}` === probe)?.covers ?? [];
  return {
    labelled,
    fold,
    criteria: criteriaOf(questionPrinciples[labelled.question]),
    sentences,
    sentenceVectors: sentences.map((_, index) => sentenceVector(sentences, index)),
    answerVector: answerVector(sentences),
    replies: labelled.followups.map(({ probe, reply, rating }) => ({
      rating,
      vector: replyVector({
        text: reply,
        sentences: readSentences(reply),
        aims: aims(probe),
        story: sentences,
      }),
    })),
    ...sentenceTargets(labelled, sentences),
  };
}

/**
 * What the sentence model learns: the sentence of the evidence carries the criterion at its gold score; every sentence
 * of an answer scored 0 carries nothing; the others beside an evidence quote probably nothing, so they weigh less. An
 * answer without quotes (dev) teaches only by its zeros.
 */
function sentenceTargets({ answer, gold }: Labelled, sentences: readonly Sentence[]) {
  const columns = modelCriteria.length;
  const targets = new Float32Array(sentences.length * columns);
  const weights = new Float32Array(sentences.length * columns);
  modelCriteria.forEach((criterion, column) => {
    const score = gold.scores[criterion];
    if (score === undefined) return;
    const quote = gold.evidence?.[criterion];
    if (score > 0 && quote === undefined) return;
    const start = quote === undefined ? -1 : answer.indexOf(quote);
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
