import type { Span } from './sentences.ts';

const field =
  '(?:platform|back-?end|front-?end|web|mobile|ios|android|api|app|infra|infrastructure|data|database|dba|finance|security|network|networking|storage|analytics|fraud|ads|legal|compliance|operations|ops|support|billing|payments?|checkout|search|pricing|design|release|build|tools|tooling|sre|devops|qa|testing|hardware|firmware|fintech|finops|logistics|warehouse|planning|procurement|payroll|hr|identity|login|auth|localization|onboarding|growth|marketing|sales|research|ml|machine learning|platforms|core|kernel|compiler|monitoring|observability|capacity|integration|migration|catalog(?:ue)?|content|server|client|gateway|billing|risk|audit|reporting|supply[- ]chain)';
const adjective =
  '(?:whole|entire|own|same|small|new|my|our|other|best|good|great|full|big|large|larger|wider|tiny|little|local|single|one|every|each|different|lovely|right|only|of|in|on|at|for|to|and|or|with|by|from|that|which|then|is|was|had|has|it|they|he|she|we|i|the|a|an|senior|junior|first|second|current|former|remote|virtual|project|engineering|development|dev|cross-functional|leadership|executive|management|steering|previous|old|next|agile|scrum|dream|winning|strong|affected|responsible|owning|neighbou?ring|receiving|requesting|interview|team|amazing|fantastic|wonderful|talented|real|actual|relevant|stronger|happy)';
const word = `(?!${adjective}\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}&/-]*`;

const named = new RegExp(
  `\\b(?<team>[Tt]he (?:(?:${word} ){1,2}team|(?:${word} )?(?i:${field}) (?:group|squad|crew|department|people|folks|guys|engineers|developers)))\\b(?!['’]s (?:lead|manager|tech lead)| lead\\b| leads\\b| manager| of an? )`,
  'gu',
);
/** "Fraud team was worried": without its article, in notes and in learners' English. */
const bare = new RegExp(
  `(?<=^|[.,;:!?(]\\s|\\b(?:and|but|with|to|by|for|because|then)\\s)(?<team>(?i:${field}) team)\\b(?!['’]s (?:lead|manager)| lead| leads| manager| of |(?: (?:was|were|is|had)) (?:\\w+ )?(?:people|persons|engineers|developers))`,
  'gu',
);
const unnamed =
  /\b(?<team>(?:the other|another|a different|a neighbou?ring|their) team)\b(?! lead| manager)/giu;

/** The team named as not the candidate's own. */
export interface OtherTeam {
  span: Span;
  value: string;
}

/**
 * Finds the first team in a sentence that is not the candidate's: "the Platform team", "another team".
 * @param sentence where to look
 * @param told the whole text: what it says to be the candidate's own team ("on the orders team", "my team") is none
 */
export function findOtherTeam(sentence: Span, told: string): OtherTeam | null {
  for (const pattern of [named, bare, unnamed]) {
    for (const match of sentence.text.matchAll(pattern)) {
      const found = match.groups?.team;
      if (found === undefined || isOwn(found, told)) continue;
      const start = sentence.start + match.index;
      return { span: { start, end: start + found.length, text: found }, value: spoken(found) };
    }
  }
  return null;
}

function spoken(team: string): string {
  const lower = team.toLowerCase();
  if (/^(?:another|a) /u.test(lower)) return 'the other team';
  if (lower.startsWith('the ')) return `the ${team.slice(4)}`;
  return lower.startsWith('their ') ? lower : `the ${lower}`;
}

/** Being "on", "in" or "leading" a team makes it one's own, whoever says it: rather none than the wrong one. */
function isOwn(team: string, told: string): boolean {
  const bare = team
    .toLowerCase()
    .replace(/^(?:the|their|another) /u, '')
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const own = `(?:my|our|(?:on|in|joined|join|run|ran|lead|led|leading|heading|head|managing|managed)(?: the| a| our| my)?) ${bare}`;
  return new RegExp(`\\b${own}\\b|\\b(?:i|we)(?: \\w+){0,2} (?:for|at) the ${bare}\\b`, 'iu').test(told);
}
