import type { Criterion } from '#lib/domain/rubric.ts';

/** Words by which a clause of a story is known to be about what a criterion asks for. Cues, not evidence. */
export const criterionCues: Record<Criterion, RegExp> = {
  context: /\b(?:noticed|saw|complain\w*|problem|broken?|failing|failed|slow|wrong|late)\b/iu,
  scope:
    /\b(?:my (?:job|part|task)|responsible|owned?|belong\w*|not (?:mine|ours|my)|asked me|nobody asked)\b/iu,
  ownership: /^we\b/iu,
  specificity:
    /^i (?:wrote|built|rewrote|changed|made|moved|added|set|pulled|traced|compared|replaced|tried)\b/iu,
  metric: /\b(?:faster|slower|better|fewer|less|fell|dropped|rose|grew|improved|went down|went up)\b/iu,
  impact:
    /\b(?:customers?|users?|clients?|euros?|dollars?|money|revenue|complaints?|tickets?|patients?|merchants?)\b/iu,
  durability: /\b(?:now|today|since then|still|every (?:new|team)|template|standard|default)\b/iu,
  reflection: /^(?:i|we)\b.*\b(?:wrong|late|lost|failed|waited|missed|should)\b/iu,
  dissent: /\b(?:told|said|against|disagree\w*|objected|wrong|risky)\b/iu,
  commit: /\b(?:decided|decision|agreed|chose|anyway|lost|said (?:yes|no))\b/iu,
  initiative: /\b(?:nobody|no one|asked|took|my own|evenings?|fridays?|volunteered|offered)\b/iu,
  long_term: /\b(?:live|launched|shipped|merged|handed|since|still|now)\b/iu,
  root_cause: /\b(?:found|traced|turned out|cause|because|reason|explained)\b/iu,
  verification: /\b(?:checked|compared|measured|tested|reproduced|replayed|counted|logs?|numbers?|data)\b/iu,
  obstacles:
    /\b(?:failed|broke|late|crashed|stuck|lost|wrong|refused|left|died|down|delayed|slipped|ran out)\b/iu,
  delivered:
    /\b(?:dropped|cut|skipped|moved|postponed|left out|later|without|shipped|live|launched|date)\b/iu,
};
