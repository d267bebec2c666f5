import { locateQuote } from '#lib/domain/evidence.ts';
import type { FlawExercise } from './exercise.ts';
import { type ExerciseResult, plainResult, type Reason } from './result.ts';
import { type Range, wordsOf } from './words.ts';

/** A flaw is found when half of its words are marked. */
const foundShare = 0.5;

/**
 * How many of the flaws were found, times how well the marks keep to them. Marks are compared with what marking at
 * random would give: the share of the text that is flawed counts for nothing, so that marking everything earns 0.
 * In: ranges of the text (UTF-16 units; what reaches beyond it is cut). Every flaw is a reason, found or missed, and
 * so is a mark that touches none.
 */
export function scoreFlaw({ task: { text }, key }: FlawExercise, marks: readonly Range[]): ExerciseResult {
  const words = wordsOf(text);
  const marked = new Set(indices(words, marks));
  const flaws = key.flaws.map(({ quote, why }) => {
    const place = locateQuote(quote, text);
    const inside = place ? indices(words, [place]) : [];
    const hit = inside.filter((index) => marked.has(index)).length;
    return { why, place, inside, found: inside.length > 0 && hit >= foundShare * inside.length };
  });
  const flawed = new Set(flaws.flatMap(({ inside }) => inside));
  const reasons: Reason[] = flaws.map(({ why, place, found }) => ({
    kind: found ? 'earned' : 'missing',
    about: found ? 'Found' : 'Missed',
    text: why,
    quote: place && { quote: text.slice(place.start, place.end), ...place },
  }));
  for (const mark of marks) {
    const inside = indices(words, [mark]);
    if (inside.length === 0 || inside.some((index) => flawed.has(index))) continue;
    const [start, end] = [words[inside[0] ?? 0]?.start ?? 0, words[inside.at(-1) ?? 0]?.end ?? 0];
    reasons.push({
      kind: 'cost',
      about: 'No flaw',
      text: 'These words do no harm by themselves.',
      quote: { quote: text.slice(start, end), start, end },
    });
  }
  const right = [...marked].filter((index) => flawed.has(index)).length;
  const base = flawed.size / Math.max(1, words.length);
  const precision = marked.size === 0 ? 0 : right / marked.size;
  const beyondChance = base >= 1 ? precision : (precision - base) / (1 - base);
  const recall = flaws.filter(({ found }) => found).length / Math.max(1, flaws.length);
  return plainResult(recall * Math.max(0, beyondChance), reasons);
}

/** Which words a range holds at least half of. */
function indices(words: readonly Range[], ranges: readonly Range[]): number[] {
  return words.flatMap((word, index) => {
    const half = (word.end - word.start) / 2;
    const held = ranges.some(
      (range) => Math.min(range.end, word.end) - Math.max(range.start, word.start) >= half,
    );
    return held ? [index] : [];
  });
}
