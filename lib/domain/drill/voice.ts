/** A stretch of a text: `text.slice(start, end) === quote` (UTF-16 units). */
export interface Stretch {
  quote: string;
  start: number;
  end: number;
}

/** Who does things in a passage, by the words. Cues, not evidence: what was done is for the grader to read. */
export interface Voice {
  /** "I" with a verb that says what was done. */
  own: Stretch[];
  /** "I" with a verb that says nothing: helped, worked on, supported. */
  vague: Stretch[];
  /** "we", "us", "together". "Our" says whose it was, not who did it. */
  shared: Stretch[];
  /** Things that were done by nobody. */
  passive: Stretch[];
}

const adverbs =
  '(?:(?:also|then|first|finally|later|once|never|only|even|still|just|myself|personally|\\p{L}+ly)\\s+){0,2}';
const vagueVerbs =
  'help\\w*|work(?:ed|ing)?|support\\w*|assist\\w*|contribut\\w*|participat\\w*|coordinat\\w*|collaborat\\w*|(?:was|were|got) involved|took part|look(?:ed)? (?:at|into|after)|ke(?:pt|ep) an eye|liais\\w+|facilitat\\w*|handled|tried';
/** Being, having, thinking, being able: no deed. */
const noDeed =
  "(?:am|was|were|be|been|have|had|do|did|does|think|thought|feel|felt|believe|believed|know|knew|guess|hope|hoped|want|wanted|like|liked|would|could|should|might|may|must|will|can|cannot|can['’]t|couldn['’]t|didn['’]t|wasn['’]t|learn\\w*|learnt|notice\\w*)\\b";
const rest = '[^.!?;:,\\n]{0,60}?(?=[.!?;:,\\n]|\\s(?:and|but|so|because|which|who|while|when)\\s|$)';

const patterns = {
  vague: new RegExp(`\\bI(?:['’]ve|['’]d)?\\s+${adverbs}(?:${vagueVerbs})\\b${rest}`, 'gu'),
  own: new RegExp(
    `\\bI(?:['’]ve|['’]d)?\\s+${adverbs}(?!${noDeed})(?!(?:${vagueVerbs})\\b)\\p{L}+${rest}`,
    'gu',
  ),
  shared: new RegExp(`\\b(?:we|us|ourselves|together|let['’]s)\\b${rest}`, 'giu'),
  passive: new RegExp(
    `\\b(?:was|were|been|being|got)\\s+(?:\\p{L}+ly\\s+)?(?:\\p{L}{2,}ed|built|made|found|done|sent|given|taken|written|shown|told|chosen|put|set|brought|sold|won|lost|kept)\\b(?!\\s+by (?:me|us)\\b)${rest}`,
    'giu',
  ),
} as const;
const before = /\bI\s+$/u;

/** Reads who acts in a passage. Overlapping finds of one kind are one. */
export function readVoice(text: string): Voice {
  return {
    own: find(text, patterns.own),
    vague: find(text, patterns.vague),
    shared: find(text, patterns.shared),
    // "I was asked" says who was asked: it hides nobody.
    passive: find(text, patterns.passive).filter(
      ({ start }) => !before.test(text.slice(Math.max(0, start - 4), start)),
    ),
  };
}

/**
 * Whether a passage hides who did what at least as often as it tells: what is worth telling again in the first person.
 * Two such places are the least.
 */
export function hidesWho(text: string): boolean {
  const { own, vague, shared, passive } = readVoice(text);
  return shared.length > 0 && shared.length + vague.length + passive.length >= Math.max(2, own.length);
}

function find(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => {
    const quote = match[0].trimEnd();
    return { quote, start: match.index, end: match.index + quote.length };
  });
}
