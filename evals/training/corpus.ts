import { findScenario, type Library } from '#lib/content/library.ts';
import { type Criterion, criteriaOf } from '#lib/domain/rubric.ts';
import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import {
  answerVector,
  readSentences,
  type Sentence,
  sentenceVector,
} from '#lib/engines/embedded/features.ts';
import { type ReplyVectors, replyVectors } from '#lib/engines/embedded/reply-features.ts';
import { traitsOf } from '#lib/engines/embedded/sentence-traits.ts';
import { combineHashes, hashText, type SparseVector } from '#lib/engines/embedded/sparse.ts';
import { type Labelled, questionPrinciples } from './data.ts';
import { foldCount, supplementFolds } from './folds.ts';
import { createRandom } from './random.ts';
import { seed } from './seed.ts';
import { variantsOf } from './variants.ts';

/** A text as the layers read it, with the scores it teaches. */
export interface Text {
  sentenceVectors: readonly SparseVector[];
  answerVector: SparseVector;
  traits: readonly Float32Array[];
  scores: Partial<Record<Criterion, number>>;
}

export interface Example extends Text {
  labelled: Labelled;
  fold: number;
  /** only teaches: on the training side of every fold, never measured */
  supplement: boolean;
  criteria: readonly Criterion[];
  sentences: readonly Sentence[];
  replies: readonly { vectors: ReplyVectors; rating: number }[];
  /** Changed answers whose scores follow from the change. */
  variants: readonly Text[];
  /** sentences x criteria: target and weight of each for the sentence model */
  targets: Float32Array;
  weights: Float32Array;
}

/** How much a sentence counts in training, by what is known of it. */
const weightOf = { evidence: 3, beside: 0.25, absent: 1 } as const;

/** Everything the trainer reads, computed once: the labelled answers with their folds, then the supplement with its own. */
export function readCorpus(
  labelled: readonly Labelled[],
  folds: readonly number[],
  supplement: readonly Labelled[],
  library: Library,
): Example[] {
  const read = (answers: readonly Labelled[], places: readonly number[], only: boolean) => {
    const fillers = fillersByFold(answers, places);
    return answers.map((answer, index) => {
      const fold = places[index] ?? 0;
      return prepare(answer, { fold, supplement: only }, library, fillers[fold] ?? []);
    });
  };
  return [...read(labelled, folds, false), ...read(supplement, supplementFolds(supplement), true)];
}

function prepare(
  labelled: Labelled,
  place: Pick<Example, 'fold' | 'supplement'>,
  library: Library,
  fillers: readonly string[],
): Example {
  const sentences = readSentences(labelled.answer);
  const scenario = findScenario(library, labelled.question);
  const aims = (probe: string) =>
    scenario.follow_ups.find(({ id }) => `${labelled.question}.${id}` === probe)?.covers ?? [];
  return {
    labelled,
    ...place,
    criteria: criteriaOf(questionPrinciples[labelled.question]),
    sentences,
    ...vectorsOf(sentences),
    scores: labelled.gold.scores,
    replies: labelled.followups.map(({ probe, reply, rating }) => ({
      rating,
      vectors: replyVectors({
        text: reply,
        sentences: readSentences(reply),
        aims: aims(probe),
        story: sentences,
      }),
    })),
    variants: variantsOf(labelled, fillers, createRandom(combineHashes(hashText(labelled.id), seed))).map(
      ({ text, scores }) => ({
        ...vectorsOf(readSentences(text)),
        scores,
      }),
    ),
    ...sentenceTargets(labelled, sentences),
  };
}

function vectorsOf(
  sentences: readonly Sentence[],
): Pick<Text, 'sentenceVectors' | 'answerVector' | 'traits'> {
  return {
    sentenceVectors: sentences.map((_, index) => sentenceVector(sentences, index)),
    answerVector: answerVector(sentences),
    traits: sentences.map(traitsOf),
  };
}

/** Sentences of answers in which the raters found nothing: words that earn no score. One list a fold, of its own answers. */
function fillersByFold(answers: readonly Labelled[], folds: readonly number[]): string[][] {
  return Array.from({ length: foldCount }, (_, fold) =>
    answers
      .filter(
        ({ gold }, index) =>
          folds[index] === fold && Object.values(gold.scores).every((score) => score === 0),
      )
      .flatMap(({ answer }) => readSentences(answer).map(({ text }) => text)),
  );
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
