import type { Assessment } from '#lib/domain/assessment.ts';
import { foldedWords } from '#lib/domain/fold-text.ts';
import type { Rubric } from '#lib/domain/rubric.ts';
import type { RewriteExercise } from './exercise.ts';
import { flagReasons, unread } from './flag-reasons.ts';
import { type ExerciseResult, type Reason, unit } from './result.ts';
import { readingReasons } from './score-section.ts';
import { expectedOf } from './section-reading.ts';
import { readVoice, type Stretch } from './voice.ts';

/** What the grader reads, how clean the language is, and that enough was done: what each is worth. */
const shares = { ownership: 0.5, clean: 0.3, deeds: 0.2 } as const;
/** An expected ownership that counts as full: between solid and strong. */
const fullOwnership = 2.5;
const deedsWanted = 3;
/** Words of five letters or more that the rewriting shares with what it rewrites; fewer, and it tells something else. */
const commonWordsWanted = 2;
const shownOfAKind = 3;

/**
 * Whether a passage now says who did what. In: the rewritten words with the engine's reading of them. "We" is no fault
 * where others are credited beside one's own deeds: the language counts as the share of deeds of one's own.
 */
export function scoreRewrite(
  { task }: RewriteExercise,
  text: string,
  assessment: Assessment,
  rubric: Rubric,
): ExerciseResult {
  const { flags, engine } = assessment;
  const refused = unread(flags, engine);
  if (refused) return refused;
  const { own, vague, shared, passive } = readVoice(text);
  const value = expectedOf(assessment, 'ownership');
  const clauses = own.length + vague.length + shared.length + passive.length;
  const other = isOther(text, `${task.passage} ${task.facts ?? ''}`);
  const score =
    shares.ownership * Math.min(1, value / fullOwnership) +
    shares.clean * (clauses === 0 ? 0 : own.length / clauses) +
    shares.deeds * Math.min(1, own.length / deedsWanted);
  const reasons: Reason[] = [
    ...some(own, 'earned', 'Yours', 'Says what you did.'),
    ...some(shared, 'cost', '“We”', 'Who did this? Name your part, and who did the rest.'),
    ...some(vague, 'cost', 'A vague verb', 'What did you do when you did this?'),
    ...some(passive, 'cost', 'Nobody did it', 'Say who did this.'),
    ...readingReasons({ criterion: 'ownership', value, evidence: [] }, rubric),
    ...(other ? [another] : []),
    ...flagReasons(flags),
  ];
  return { score: unit(other ? score / 2 : score), reasons, rating: null, seconds: null, engine };
}

const another: Reason = {
  kind: 'cost',
  about: 'Another story',
  text: 'Hardly a word of the passage is in this. Rewrite what is told there.',
  quote: null,
};

function isOther(text: string, source: string): boolean {
  const known = new Set(foldedWords(source));
  const kept = new Set(foldedWords(text).filter((word) => word.length >= 5 && known.has(word)));
  return kept.size < commonWordsWanted;
}

function some(found: readonly Stretch[], kind: Reason['kind'], about: string, text: string): Reason[] {
  return found.slice(0, shownOfAKind).map((quote) => ({ kind, about, text, quote }));
}
