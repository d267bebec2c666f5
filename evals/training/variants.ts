import { type Criterion, commonCriteria, labelledCriteria } from '#lib/domain/rubric.ts';
import { readSentences, type Sentence } from '#lib/engines/embedded/features.ts';
import type { Labelled } from './data.ts';

/** A changed answer whose scores follow from the change; a criterion the change leaves unclear is absent. */
export interface Variant {
  text: string;
  scores: Partial<Record<Criterion, number>>;
}

/** Half of the variants: all of them teach little more and take twice as long. */
const keptShare = 0.6;

type Scores = Variant['scores'];

const results: readonly Criterion[] = ['metric', 'impact', 'durability'];
/** Carried by many sentences, not by one: unclear once much of the answer is gone. */
const diffuse: readonly Criterion[] = ['ownership', 'specificity'];

/**
 * Variants of a training answer that teach what must not matter (punctuation, padding) and what must (whose work it was,
 * figures, the result, the lesson). The form of each is general; none is taken from evals/data/pairs.jsonl.
 * `fillers` are sentences of answers in which the raters found nothing at all.
 */
export function variantsOf(answer: Labelled, fillers: readonly string[], random: () => number): Variant[] {
  const sentences = readSentences(answer.answer);
  if (sentences.length < 4) return [];
  const variants = [
    spoken(answer),
    padded(answer, sentences, fillers, random),
    ...inPlural(answer),
    ...withoutFigures(answer),
    ...withoutEnding(answer, sentences),
    ...withoutReflection(answer, sentences),
    ...withoutResult(answer, sentences),
  ];
  return variants.filter(() => random() < keptShare);
}

/** As a transcriber without punctuation would write it down: the same scores. */
function spoken({ answer, gold: { scores } }: Labelled): Variant {
  const text = answer
    .toLowerCase()
    .replace(/(?<!\d)[.,](?!\d)|[.,](?!\d)|[;:!?"“”()—–]|(?<=\s)-(?=\s)/gu, ' ');
  return { text: text.replace(/\s+/gu, ' ').trim(), scores };
}

/** With sentences that say nothing strewn in: the same scores. */
function padded(
  { gold: { scores } }: Labelled,
  sentences: readonly Sentence[],
  fillers: readonly string[],
  random: () => number,
): Variant {
  const pick = (count: number) =>
    Array.from({ length: count }, () => fillers[Math.floor(random() * fillers.length)] ?? '');
  const told = sentences.map(({ text }) => text);
  const middle = Math.floor(random() * told.length);
  return {
    text: [...pick(2), ...told.slice(0, middle), ...pick(2), ...told.slice(middle), ...pick(2)].join(' '),
    scores,
  };
}

const plural: Readonly<Record<string, string>> = {
  i: 'we',
  "i'm": "we're",
  "i'd": "we'd",
  "i've": "we've",
  "i'll": "we'll",
  me: 'us',
  my: 'our',
  mine: 'ours',
  myself: 'ourselves',
  am: 'are',
};

/** Told by "we": whose work it was is hidden. What was done and what came of it stay. */
function inPlural({ answer, gold: { scores } }: Labelled): Variant[] {
  if ((scores.ownership ?? 0) < 2) return [];
  const text = answer.replace(/[\p{L}'’]+/gu, (word) => plural[word.toLowerCase().replace('’', "'")] ?? word);
  return [
    {
      text,
      scores: {
        ...only(scores, ['context', 'metric', 'durability']),
        ownership: Math.min(1, scores.ownership ?? 0),
      },
    },
  ];
}

/** Every figure gone: a change without numbers is not measured. */
function withoutFigures({ answer, gold: { scores } }: Labelled): Variant[] {
  if ((scores.metric ?? 0) < 2) return [];
  const figure =
    /[€$£]?\d[\d.,:]*\s?(?:%|percent|per cent|k|m|million|thousand|ms|seconds?|minutes?|hours?|days?|weeks?|months?)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|half|dozen)\b/giu;
  const vague = ['some', 'a lot', 'a while', 'several', 'a good part'];
  let at = 0;
  const text = answer.replace(figure, () => vague[at++ % vague.length] ?? 'some');
  return [
    {
      text,
      scores: {
        ...only(scores, ['context', 'scope', 'ownership', 'durability', 'reflection']),
        metric: Math.min(1, scores.metric ?? 0),
      },
    },
  ];
}

/** Cut where the first word of result or lesson falls. */
function withoutEnding(answer: Labelled, sentences: readonly Sentence[]): Variant[] {
  const places = carriers(answer, sentences);
  const cut = Math.min(
    ...[...results, 'reflection' as const].map((criterion) => places.get(criterion) ?? sentences.length),
  );
  if (cut >= sentences.length || cut < 0.4 * sentences.length) return [];
  return [without(answer, sentences, places, (index) => index >= cut)];
}

/** The lesson and what follows it gone, unless something else is told after it. */
function withoutReflection(answer: Labelled, sentences: readonly Sentence[]): Variant[] {
  const places = carriers(answer, sentences);
  const lesson = places.get('reflection');
  if (lesson === undefined) return [];
  const next = Math.min(
    sentences.length,
    ...[...places]
      .filter(([criterion, place]) => criterion !== 'reflection' && place > lesson)
      .map(([, place]) => place),
  );
  return [without(answer, sentences, places, (index) => index >= lesson && index < next)];
}

/** From the first to the last sentence that carries a result, when nothing else is told between. */
function withoutResult(answer: Labelled, sentences: readonly Sentence[]): Variant[] {
  const places = carriers(answer, sentences);
  const found = results.flatMap((criterion) => places.get(criterion) ?? []);
  if (found.length === 0) return [];
  const [first, last] = [Math.min(...found), Math.max(...found)];
  const other = [...places].some(
    ([criterion, place]) => !results.includes(criterion) && place >= first && place <= last,
  );
  return other ? [] : [without(answer, sentences, places, (index) => index >= first && index <= last)];
}

/** In which sentence each criterion's quote begins. */
function carriers({ answer, gold }: Labelled, sentences: readonly Sentence[]): Map<Criterion, number> {
  return new Map(
    labelledCriteria.flatMap((criterion): [Criterion, number][] => {
      const quote = gold.evidence?.[criterion];
      if (quote === undefined) return [];
      const start = answer.indexOf(quote);
      const at = sentences.findIndex((sentence) => sentence.end > start);
      return at === -1 ? [] : [[criterion, at]];
    }),
  );
}

function without(
  { gold: { scores } }: Labelled,
  sentences: readonly Sentence[],
  places: ReadonlyMap<Criterion, number>,
  gone: (index: number) => boolean,
): Variant {
  const kept = sentences.filter((_, index) => !gone(index));
  const much = kept.length < 0.65 * sentences.length;
  const after: Scores = {};
  for (const criterion of labelledCriteria) {
    const score = scores[criterion];
    const place = places.get(criterion);
    if (score === undefined || (score > 0 && place === undefined)) continue;
    if (score > 0 && place !== undefined && gone(place)) {
      if (!diffuse.includes(criterion)) after[criterion] = 0;
    } else if (
      !(much && (diffuse.includes(criterion) || !commonCriteria.some((common) => common === criterion)))
    ) {
      after[criterion] = score;
    }
  }
  return { text: kept.map(({ text }) => text).join(' '), scores: after };
}

function only(scores: Scores, criteria: readonly Criterion[]): Scores {
  return Object.fromEntries(
    criteria.flatMap((criterion) =>
      scores[criterion] === undefined ? [] : [[criterion, scores[criterion]]],
    ),
  );
}
