import { foldWord, type TextWord, textWords } from './text-words.ts';

export const fillerKinds = [
  'um',
  'uh',
  'er',
  'hm',
  'like',
  'you know',
  'I mean',
  'sort of',
  'kind of',
  'basically',
  'literally',
] as const;
export type FillerKind = (typeof fillerKinds)[number];

export interface Filler {
  kind: FillerKind;
  start: number;
  end: number;
}

const sounds: readonly [RegExp, FillerKind][] = [
  [/^u+m+$/u, 'um'],
  [/^u+h+$/u, 'uh'],
  [/^e+r+m*$/u, 'er'],
  [/^h+m+$|^mm+$/u, 'hm'],
];

const asked = new Set([
  'do',
  'did',
  'if',
  'as',
  'let',
  'would',
  'how',
  'what',
  'when',
  'because',
  'that',
  'should',
]);
const known = new Set([
  'what',
  'that',
  'how',
  'why',
  'who',
  'where',
  'when',
  'the',
  'a',
  'an',
  'this',
  'them',
  'him',
  'her',
  'it',
  'about',
  'anyone',
  'anything',
  'your',
  'my',
  'our',
  'their',
]);
const meant = new Set(['what', 'it', 'that', 'to', 'by', 'the', 'this']);
const oneOfAKind = new Set([
  'a',
  'an',
  'the',
  'this',
  'that',
  'these',
  'those',
  'what',
  'which',
  'some',
  'any',
  'every',
  'each',
  'same',
  'one',
  'two',
  'another',
  'other',
  'different',
  'new',
  'certain',
  'first',
  'right',
  'wrong',
  'no',
  'all',
  'my',
  'our',
  'your',
  'their',
  'his',
  'her',
  'its',
  'only',
  'worst',
  'best',
  'many',
]);
const be = new Set([
  'was',
  'were',
  'is',
  'are',
  'be',
  'been',
  "it's",
  "that's",
  "he's",
  "she's",
  "they're",
  "i'm",
  "we're",
  'am',
]);
const link = new Set(['and', 'so', 'but', 'because', 'then', 'or', 'just']);
const quoted = new Set([
  'no',
  'yeah',
  'yes',
  'oh',
  'okay',
  'ok',
  'well',
  'hey',
  'wait',
  'why',
  'what',
  'we',
  'i',
  "i'm",
  "we're",
  "let's",
  "don't",
  'you',
]);
const degree = new Set([
  'really',
  'very',
  'super',
  'totally',
  'so',
  'pretty',
  'completely',
  'extremely',
  'too',
  'five',
  'ten',
  'twenty',
  'half',
  'a',
]);
const subject = new Set([
  'i',
  'we',
  'he',
  'she',
  'they',
  'you',
  "i'm",
  "i'd",
  "i've",
  "we'd",
  "we've",
  "we're",
  'my',
  'our',
  'the',
  'everyone',
  'nobody',
  'people',
]);

/**
 * The filler words of a text with their places (UTF-16 units). A closed list; a phrase counts only where it fills.
 * "like": set off by commas on both sides; before another filler; after a form of "be" and before what was said or
 * how much ("was like, no", "was like really"); after "and", "so", "but" and before a subject ("so like we"). Never
 * as a verb ("I like") or a comparison ("felt like", "tools like Redis"). "you know", "I mean", "sort of" and "kind
 * of" do not count where they govern what follows ("do you know why", "what I mean", "a kind of cache").
 */
export function findFillers(text: string): Filler[] {
  const words = textWords(text);
  const found: Filler[] = [];
  words.forEach((word, index) => {
    const kind = kindAt(text, words, index);
    if (!kind) return;
    const last = kind.includes(' ') ? words[index + 1] : word;
    found.push({ kind, start: word.start, end: last?.end ?? word.end });
  });
  return found;
}

function soundOf(word: string): FillerKind | null {
  return sounds.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function kindAt(text: string, words: readonly TextWord[], index: number): FillerKind | null {
  const at = (offset: number) => foldWord(words[index + offset]?.folded ?? '');
  const [before, word, next, after] = [at(-1), at(0), at(1), at(2)];
  const sound = soundOf(word);
  if (sound) return sound;
  if (word === 'basically' || word === 'literally') return word;
  if (word === 'you' && next === 'know')
    return asked.has(before) || (known.has(after) && !isCut(text, words, index + 1)) ? null : 'you know';
  if (word === 'i' && next === 'mean')
    return before === 'what' || (meant.has(after) && !isCut(text, words, index + 1)) ? null : 'I mean';
  if ((word === 'sort' || word === 'kind') && next === 'of')
    return oneOfAKind.has(before) ? null : `${word} of`;
  return word === 'like' && isFillingLike(text, words, index) ? 'like' : null;
}

function isFillingLike(text: string, words: readonly TextWord[], index: number): boolean {
  const [before, next] = [words[index - 1]?.folded ?? '', words[index + 1]?.folded ?? ''];
  const [cutBefore, cutAfter] = [isCut(text, words, index - 1), isCut(text, words, index)];
  if (cutBefore && cutAfter) return true;
  if (soundOf(next) || next === 'like' || next === 'basically' || next === 'literally') return true;
  if (be.has(before)) return quoted.has(next) || degree.has(next) || /^\d/u.test(next) || cutAfter;
  return link.has(before) && subject.has(next);
}

/** Whether a comma, a dash or an ellipsis stands after this word. */
function isCut(text: string, words: readonly TextWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return word !== undefined && /[,–—…;"“]|\.{2}/u.test(text.slice(word.end, next?.start ?? text.length));
}
