/** A stretch of a text, UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const role =
  'interviewer|candidate|me|system|assistant|user|human|ai|model|bar[ -]?raiser|hiring manager|grader|evaluator|rater|assessor|recruiter|panel|admin|developer|moderator|observer';
const ownRole = /^(?:me|candidate|user|human)$/iu;
const roleLine = new RegExp(
  `^[ \\t]*(?:[\\[(<*#-]+ ?)?(${role})(?:[\\])>*]+)?(?: ?\\(.{0,30}\\))?[ \\t]*:`,
  'gimu',
);

/** Wrappers that close the answer or open a part of another kind, each cut with what stands inside. */
const wrapped: readonly RegExp[] = [
  /```[\s\S]*```|```[\s\S]*$/gu,
  /^\s*"""(?:[\s\S]*"""|[\s\S]*$)/gmu,
  /<(\/?[a-z][\w-]*_[\w-]*|\/?(?:answer|system|instructions?|prompt|user|assistant|candidate|grader|context|document|transcript|response|output))(?:\s[^<>]*)?>(?:[\s\S]*<\/?[a-z][\w-]*(?:\s[^<>]*)?>)?/giu,
  /<!--[\s\S]*?(?:-->|$)/gu,
  /<\|[^|\n]{1,40}\|>/gu,
  /\{\s*"[\w-]+"\s*:[\s\S]*\}/gu,
  /^[ \t]*\[[A-Z][A-Z _-]{2,20}\].*$/gmu,
  /^[ \t]*#{1,6} .*$/gmu,
  /^[ \t]*(?:--+|==+|~~+|\*\*\*+)[^\n]{3,60}(?:--+|==+|~~+|\*\*\*+)[ \t]*$/gmu,
  /[A-Za-z0-9+/]{40,}={0,2}/gu,
];

/**
 * Stretches that are no words of the candidate by their form: turns of other speakers, and the candidate's own between
 * them, markup and delimiters with what they wrap, score sheets, encoded text.
 */
export function foreignTurns(text: string): Stretch[] {
  return [...wrapped.flatMap((pattern) => [...text.matchAll(pattern)].map(stretchOf)), ...playedTurns(text)];
}

function playedTurns(text: string): Stretch[] {
  const labelled = [...text.matchAll(roleLine)];
  if (!labelled.some(([, who]) => who && !ownRole.test(who))) return [];
  return labelled.map((match) => {
    const end = text.indexOf('\n', match.index);
    return { start: match.index, end: end === -1 ? text.length : end };
  });
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}
