/** A piece of a text: `text.slice(start, end)` of the whole is `text` (UTF-16 units), without white space around it. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** Abbreviations after which a full stop ends no sentence, in lower case without their last stop. */
const abbreviations = new Set(
  'mr mrs dr prof sr jr st vs e.g i.e approx ca cf dept est fig inc ltd no nos vol resp incl jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

const bullet = /^(?:[-*•–—·▪◦>]+|\(?\d{1,2}[.)]|\(?[a-z]\))\s+/iu;
/** Looked for from the first stop of a run only: from every one, a text of stops takes quadratic time. */
const sentenceEnd = /(?<![.!?…。！？])[.!?…。！？]+["'”’»)\]]*(?=\s)/gu;

/** Words that open a new clause in unpunctuated speech, the strongest boundary first. */
const markers: readonly { pattern: RegExp; strength: number }[] = [
  { pattern: /(?<=\s)[-–—]+(?=\s)|(?<=[;:—–])/gu, strength: 5 },
  {
    pattern:
      /\s(?=(?:and then|and so|so then|but then|and after|after that|in the end|anyway|eventually|looking back)\b)/giu,
    strength: 4,
  },
  {
    pattern:
      /\s(?=(?:(?<!\b(?:said|say|says|think|thought|do|did|done|told|hope|if|or|even) )so|but|then|now|because|although|(?<!as\s)though|however|basically|and (?:i|we|he|she|they|it|the|my|our|that|this|there|nobody|no one))\b)/giu,
    strength: 3,
  },
  { pattern: /(?<=,)(?=\s)/gu, strength: 2 },
  {
    pattern: /\s(?=(?:and|which|when|while|where|until|since|or|if|like i|i|we|he|she|they)\b)/giu,
    strength: 1,
  },
];

const longestClause = { punctuated: 34, speech: 18 } as const;
const shortestClause = { punctuated: 7, speech: 5 } as const;
const longestUncut = 60;

/**
 * Cuts an answer into sentences, and long runs without punctuation (dictation) into clauses at discourse markers.
 * In: any text. Out: spans in order, none empty, none overlapping; white space and bullet marks lie between them.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const indent = line[0].length - line[0].trimStart().length;
    const mark = bullet.exec(line[0].slice(indent))?.[0].length ?? 0;
    const start = line.index + indent + mark;
    for (const sentence of sentencesOfLine(text, start, line.index + line[0].length)) {
      spans.push(...clausesOf(text, sentence));
    }
  }
  return spans;
}

/** Runs of letters, digits and what joins them. */
const word = /[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu;

/** Number of words, for lengths. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

function sentencesOfLine(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const stop of line.matchAll(sentenceEnd)) {
    const to = stop.index + stop[0].length;
    if (!endsSentence(line, stop[0], stop.index, to)) continue;
    pushTrimmed(spans, text, start + from, start + to);
    from = to;
  }
  pushTrimmed(spans, text, start + from, end);
  return spans;
}

function endsSentence(line: string, stop: string, at: number, to: number): boolean {
  const next = line.slice(to).trimStart();
  const continues = /^\p{Ll}/u.test(next);
  if (continues && (/["'”’»)\]]$/u.test(stop) || /^(?:\.\.+|…)/u.test(stop))) return false;
  if (!stop.startsWith('.') || stop.startsWith('..')) return true;
  const before = /[\p{L}.'’]+$/u.exec(line.slice(Math.max(0, at - 20), at))?.[0].toLowerCase() ?? '';
  if (/\bMs$/u.test(line.slice(Math.max(0, at - 3), at))) return false;
  if (abbreviations.has(before)) return before === 'no' ? !/^\d/u.test(next) : false;
  return (
    !(before === 'etc' && continues) && !(/^\p{L}$/u.test(before) && before !== 'i' && /^\p{Lu}/u.test(next))
  );
}

interface Cut {
  at: number;
  strength: number;
}

/** A run of words with every place where it could be cut, found once: dictation of any length is cut in linear passes. */
interface Run {
  text: string;
  /** Where each word starts, in order. */
  words: readonly number[];
  cuts: readonly Cut[];
}

function clausesOf(text: string, sentence: Span): Span[] {
  const words = Array.from(sentence.text.matchAll(word), ({ index }) => index);
  const cuts = markers.flatMap(({ pattern, strength }) =>
    Array.from(sentence.text.matchAll(pattern), ({ index }): Cut => ({ at: index, strength })),
  );
  const pieces: Span[] = [];
  for (const [from, to] of cutUp({ text: sentence.text, words, cuts }, 0, sentence.text.length)) {
    pushTrimmed(pieces, text, sentence.start + from, sentence.start + to);
  }
  return pieces;
}

function cutUp(run: Run, from: number, to: number): [number, number][] {
  const words = wordsBetween(run, from, to);
  const commas = run.text.slice(from, to).match(/[,;:—–]/gu)?.length ?? 0;
  const kind = words > longestClause.speech && commas * 20 < words ? 'speech' : 'punctuated';
  const at = words <= longestClause[kind] ? null : bestCut(run, from, to, words, kind);
  return at === null ? [[from, to]] : [...cutUp(run, from, at), ...cutUp(run, at, to)];
}

function bestCut(
  run: Run,
  from: number,
  to: number,
  words: number,
  kind: 'punctuated' | 'speech',
): number | null {
  let best: { at: number; value: number } | null = null;
  for (const { at, strength } of run.cuts) {
    if (at <= from || at >= to) continue;
    const before = wordsBetween(run, from, at);
    const shorter = Math.min(before, words - before);
    if (shorter < shortestClause[kind]) continue;
    const value = strength + (4 * shorter) / words;
    if (!best || value > best.value) best = { at, value };
  }
  if (best) return best.at;
  if (words <= longestUncut) return null;
  const middle = run.text.indexOf(' ', from + Math.floor((to - from) / 2));
  return middle > from && middle < to ? middle : null;
}

function wordsBetween({ words }: Run, from: number, to: number): number {
  return firstAtOrAfter(words, to) - firstAtOrAfter(words, from);
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const piece = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(piece)) return;
  const from = start + raw.indexOf(piece);
  spans.push({ start: from, end: from + piece.length, text: piece });
}
