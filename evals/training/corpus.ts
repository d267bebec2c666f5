import { findScenario, type Library, loadLibrary } from '#lib/content/library.ts';
import { type Criterion, criteriaOf, criterionSchema } from '#lib/domain/rubric.ts';
import { type PreparedAnswer, prepareAnswer } from '#lib/engines/embedded/answer-model.ts';
import { asDictated } from '#lib/engines/embedded/dictated.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';
import { type ReplyVectors, replyVectors } from '#lib/engines/embedded/reply-features.ts';
import {
  type Changed,
  type CounterEvidence,
  type Labelled,
  questionPrinciples,
  readChanged,
  readCounterEvidence,
  readLabelled,
  readSupplement,
} from './data.ts';
import { foldsByWriter } from './folds.ts';
import { againstTargets, carriedTargets, type SentenceTargets } from './sentence-targets.ts';

/** Not those that make another story of it (`turned`, `hypothetical`). */
const comparedChanges: ReadonlySet<string> = new Set([
  'padded',
  'paraphrase',
  'no_result',
  'no_numbers',
  'no_reflection',
  'we',
  'stronger',
]);

/** A text as the layers read it, with what it teaches. */
export interface Text extends PreparedAnswer {
  scores: Partial<Record<Criterion, number>>;
  /** What each cut teaches the two sentence models. */
  teaches: { written: CutTargets; dictated: CutTargets };
}

/** What the sentences of a cut carry, and what they speak against. */
type CutTargets = Record<'carried' | 'against', SentenceTargets>;

/** An answer changed in one way, with the scores that it then has. */
export interface ChangedText extends Text {
  /** The same story, longer, shorter or in other words: the third layer, too, learns how far its scores lie from the base's. */
  compared: boolean;
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
  /** Teach the layers what must and must not matter. */
  changed: readonly ChangedText[];
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
  const counters = readCounterEvidence();
  const read = (answer: Labelled) => prepare(answer, library, byBase.get(answer.id) ?? [], counters);
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
  counters: ReadonlyMap<string, CounterEvidence>,
): Omit<Example, 'fold' | 'supplement' | 'apart'> {
  const text = prepareText(labelled.answer, labelled.gold, counters.get(labelled.id));
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
    changed: changed.map((each) => ({
      ...prepareText(each.answer, each, counters.get(each.id)),
      compared: comparedChanges.has(each.transform),
    })),
  };
}

function prepareText(
  text: string,
  gold: Pick<Labelled['gold'], 'scores' | 'evidence'>,
  counter: CounterEvidence | undefined,
): Text {
  const prepared = prepareAnswer(text);
  const dictatedGold = {
    scores: gold.scores,
    evidence: mapValues(gold.evidence ?? {}, asDictated),
  };
  const dictatedCounter = counter && mapValues(counter, (quotes) => quotes.map(asDictated));
  const dictated = asDictated(text);
  return {
    ...prepared,
    scores: gold.scores,
    teaches: {
      written: {
        carried: carriedTargets(text, prepared.written.sentences, gold),
        against: againstTargets(text, prepared.written.sentences, gold, counter),
      },
      dictated: {
        carried: carriedTargets(dictated, prepared.dictated.sentences, dictatedGold),
        against: againstTargets(dictated, prepared.dictated.sentences, gold, dictatedCounter),
      },
    },
  };
}

function mapValues<In, Out>(
  from: Partial<Record<Criterion, In>>,
  change: (value: In) => Out,
): Partial<Record<Criterion, Out>> {
  const changed: Partial<Record<Criterion, Out>> = {};
  for (const criterion of criterionSchema.options) {
    const value = from[criterion];
    if (value !== undefined) changed[criterion] = change(value);
  }
  return changed;
}
