import type { Evidence } from '#lib/domain/evidence.ts';
import { foldedWords } from '#lib/domain/fold-text.ts';

/** A story as it was told in one interview: the main answer. */
export interface ToldStory {
  turnId: string;
  text: string;
}

/** What two stories have in common, and the sentences of each that show it best. */
export interface StoryOverlap {
  /** Share of the shorter story's three-word runs that stand in the other, 0-1. */
  words: number;
  /** Figures and names in both, folded. */
  marks: string[];
  quotes: readonly [Evidence, Evidence];
}

const runLength = 3;

/**
 * A story told twice in much the same words. On evals/data (dev and train) no two answers of one writer to different
 * questions share more than 0.068 of their three-word runs (10119 pairs); retellings of one answer in evals/data/pairs
 * share 0.30 or more, but for paraphrases.
 */
const wordsAtLeast = 0.12;

/**
 * A story told twice in other words keeps its figures and names: three of them, two thirds of what the shorter story
 * has. On the same data no two answers to different questions do; six of the eight paraphrases do, the other two name
 * at most one figure.
 */
const marksAtLeast = 3;
const marksShareAtLeast = 2 / 3;

/**
 * What shows that two stories are one, told twice; null where nothing does. Says nothing about either being good or bad.
 */
export function storyOverlap(one: ToldStory, other: ToldStory): StoryOverlap | null {
  const [runs, otherRuns] = [runsOf(one.text), runsOf(other.text)];
  const words = shared(runs, otherRuns).length / Math.max(1, Math.min(runs.size, otherRuns.size));
  const [own, others] = [marksOf(one.text), marksOf(other.text)];
  const marks = shared(own, others);
  const share = marks.length / Math.max(1, Math.min(own.size, others.size));
  const told = words >= wordsAtLeast || (marks.length >= marksAtLeast && share >= marksShareAtLeast);
  if (!told) return null;
  const common: Common = { runs: new Set(shared(runs, otherRuns)), marks: new Set(marks) };
  const quotes = [mostTelling(one, common), mostTelling(other, common)] as const;
  return { words, marks, quotes };
}

interface Common {
  runs: ReadonlySet<string>;
  marks: ReadonlySet<string>;
}

function runsOf(text: string): Set<string> {
  const words = foldedWords(text);
  return new Set(words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' ')));
}

/** Names that stand in many stories, and words that only begin with a capital letter. */
const everybodys = new Set(
  'amazon i we the a an our my it he she they monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english'.split(
    ' ',
  ),
);

/** Figures that tell a story from others, not years, single digits or round ones, and names within sentences. */
function marksOf(text: string): Set<string> {
  const figures = foldedWords(text).filter(
    (word) =>
      /^\d/.test(word) && word.length >= 2 && !/^(?:19|20)\d\d$/.test(word) && !roundFigure.test(word),
  );
  const names = [...text.matchAll(/(?<=[\p{L}\p{N},;:)]\s)\p{Lu}[\p{L}\p{N}]+/gu)]
    .map(([name]) => name.toLowerCase())
    .filter((name) => !everybodys.has(name));
  return new Set([...figures, ...names]);
}

const roundFigure = /^(?:0+|12|15|24|25|99|[1-9]0{1,3})$/;

/** The sentence that holds most of what both stories have; the longest of the best ones would say no more. */
function mostTelling({ turnId, text }: ToldStory, { runs, marks }: Common): Evidence {
  const weight = (sentence: string) =>
    shared(runsOf(sentence), runs).length + 3 * shared(marksOf(sentence), marks).length;
  const sentences = sentencesOf(text);
  const best = sentences.reduce(
    (top, each) => (weight(each.quote) > weight(top.quote) ? each : top),
    sentences[0] ?? { quote: text, start: 0, end: text.length },
  );
  return { turnId, ...best };
}

function sentencesOf(text: string): Omit<Evidence, 'turnId'>[] {
  return [...text.matchAll(/\S.*?(?:[.!?]+(?=\s|$)|$)/gmu)].map(({ 0: quote, index: start }) => ({
    quote,
    start,
    end: start + quote.length,
  }));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((item) => other.has(item));
}
