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
  customer_insight:
    /\b(?:customers?|users?|clients?|patients?|guests?|called|visited|watched|complain\w*|told me|survey\w*|feedback)\b/iu,
  customer_outcome:
    /\b(?:customers?|users?|clients?|patients?|guests?|refund\w*|thanked|came back|happier)\b/iu,
  invention: /\b(?:idea|instead|new|different\w*|nobody had|first time|prototype|borrowed|invented)\b/iu,
  simplification: /\b(?:removed|deleted|dropped|cut|fewer|simpler|steps?|forms?|rules?|without)\b/iu,
  judgment: /\b(?:decided|decision|chose|because|bet|guess\w*|options?|reckoned|expected|weighed)\b/iu,
  disconfirmation: /\b(?:wrong|asked|against|disagree\w*|doubt\w*|changed my mind|objection|unless)\b/iu,
  exploration: /\b(?:learn\w*|read|books?|course|curious|wondered|tried|taught|studied|looked into)\b/iu,
  application: /\b(?:used|applied|because of|changed|instead|built|with what)\b/iu,
  talent_bar: /\b(?:hired?|hiring|interview\w*|candidates?|promot\w*|talent|strong\w*|looked for|team)\b/iu,
  development:
    /\b(?:taught|coach\w*|mentor\w*|showed|paired|feedback|junior|handed|learn\w*|on (?:her|his|their) own)\b/iu,
  standard: /\b(?:good enough|quality|standard|rejected|sent back|refused|bar|accept\w*|insist\w*)\b/iu,
  defect_prevention:
    /\b(?:defects?|bugs?|faults?|errors?|stopped|caught|tests?|check\w*|prevent\w*|again)\b/iu,
  bold_direction: /\b(?:bigger|larger|every|all|whole|instead|vision|imagin\w*|ten times|entire)\b/iu,
  first_step: /\b(?:pilot|prototype|first|started|trial|convinced|showed|tried|small)\b/iu,
  calculated_risk:
    /\b(?:risk\w*|worst|undo|roll\w* back|revert\w*|without waiting|before|went ahead|if it)\b/iu,
  speed: /\b(?:hours?|minutes?|days?|same day|overnight|waiting|weeks?|quick\w*|immediately|faster)\b/iu,
  resourcefulness: /\b(?:budget|cheap\w*|borrow\w*|spare|unused|free|reus\w*|without|no money|old)\b/iu,
  cost_discipline: /\b(?:cost\w*|saved?|budget|euros?|dollars?|pounds|spent|price|paid)\b/iu,
  candour: /\b(?:my (?:mistake|fault|error)|told|admitted|honest\w*|wrong|i had|apologi\w*|openly)\b/iu,
  trust_repaired: /\b(?:promis\w*|trust\w*|listened|every week|kept|apologi\w*|relied?|since)\b/iu,
  care: /\b(?:noticed|tired|exhausted|nights?|overtime|worried|quiet|stress\w*|hurt|asked (?:her|him|them))\b/iu,
  working_conditions:
    /\b(?:shifts?|rota|safe\w*|fair\w*|overtime|injur\w*|on[- ]call|workload|now|since)\b/iu,
  wider_effects:
    /\b(?:neighbou?rs?|public|society|communit\w*|environment\w*|waste|energy|water|school|others)\b/iu,
  responsibility_taken: /\b(?:changed|stopped|paid|agreed|measured|checked|reduced|switched|took back)\b/iu,
};
