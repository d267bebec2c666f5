import { findScenario, type Library, loadLibrary } from '#lib/content/library.ts';
import { type Criterion, criteriaOf } from '#lib/domain/rubric.ts';
import { type PreparedAnswer, prepareAnswer } from '#lib/engines/embedded/answer-model.ts';
import { asDictated } from '#lib/engines/embedded/dictated.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';
import { type ReplyVectors, replyVectors } from '#lib/engines/embedded/reply-features.ts';
import {
  type Changed,
  type Labelled,
  questionPrinciples,
  readChanged,
  readLabelled,
  readSupplement,
} from './data.ts';
import { foldsByWriter } from './folds.ts';
import { type SentenceTargets, sentenceTargets } from './sentence-targets.ts';

/** A text as the layers read it, with what it teaches. */
export interface Text extends PreparedAnswer {
  scores: Partial<Record<Criterion, number>>;
  /** What each cut teaches the sentence model. */
  teaches: { written: SentenceTargets; dictated: SentenceTargets };
}

export interface Example extends Text {
  labelled: Labelled;
  fold: number;
  /** only teaches: on the training side of every fold, never measured */
  supplement: boolean;
  /** Of the supplement's answers whose own two scores were drawn apart: teaches what words say, not which scores go together. */
  apart: boolean;
  criteria: readonly Criterion[];
  replies: readonly { vectors: ReplyVectors; rating: number }[];
  /** The answer changed in one way, with the scores that it then has: teaches the layers what must and must not matter. */
  changed: readonly Text[];
}

/**
 * Everything the trainer reads of evals/data, the same in every process that reads it: the labelled answers with their
 * folds, then the supplement with its own.
 */
export function readTrainingCorpus(): Example[] {
  const labelled = readLabelled();
  const supplement = readSupplement();
  const library = loadLibrary();
  const byBase = Map.groupBy(readChanged(), ({ base }) => base);
  const read = (answer: Labelled) => prepare(answer, library, byBase.get(answer.id) ?? []);
  const folds = foldsByWriter(labelled);
  const places = foldsByWriter(supplement);
  return [
    ...labelled.map((answer, index) => ({
      ...read(answer),
      fold: folds[index] ?? 0,
      supplement: false,
      apart: false,
    })),
    ...supplement.map((answer, index) => ({
      ...read(answer),
      fold: places[index] ?? 0,
      supplement: true,
      apart: answer.apart,
    })),
  ];
}

function prepare(
  labelled: Labelled,
  library: Library,
  changed: readonly Changed[],
): Omit<Example, 'fold' | 'supplement' | 'apart'> {
  const text = prepareText(labelled.answer, labelled.gold);
  const scenario = findScenario(library, labelled.question);
  const aims = (probe: string) =>
    scenario.follow_ups.find(({ id }) => `${labelled.question}.${id}` === probe)?.covers ?? [];
  return {
    ...text,
    labelled,
    criteria: criteriaOf(questionPrinciples[labelled.question]),
    replies: labelled.followups.map(({ probe, reply, rating }) => ({
      rating,
      vectors: replyVectors({
        text: reply,
        sentences: readSentences(reply),
        aims: aims(probe),
        story: text.written.sentences,
      }),
    })),
    changed: changed.map((each) => prepareText(each.answer, each)),
  };
}

function prepareText(text: string, gold: Pick<Labelled['gold'], 'scores' | 'evidence'>): Text {
  const prepared = prepareAnswer(text);
  const dictatedEvidence = Object.fromEntries(
    Object.entries(gold.evidence ?? {}).map(([criterion, quote]) => [criterion, asDictated(quote)]),
  );
  return {
    ...prepared,
    scores: gold.scores,
    teaches: {
      written: sentenceTargets(text, prepared.written.sentences, gold),
      dictated: sentenceTargets(asDictated(text), prepared.dictated.sentences, {
        scores: gold.scores,
        evidence: dictatedEvidence,
      }),
    },
  };
}
