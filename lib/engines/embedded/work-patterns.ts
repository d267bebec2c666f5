import { figure } from './change-patterns.ts';
import { anyCase, anyOf } from './pattern-source.ts';
import { namedPerson, otherPerson, personName } from './people.ts';

const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|christmas|black friday|easter|spring|summer|autumn|winter|q[1-4]';
const span = `${figure} (?:working )?(?:hours?|days?|weeks?|months?)`;

export const deadlinePatterns: readonly string[] = [
  anyCase(
    '(?:the|our|my|a|this|that|hard|fixed|legal|contractual|regulatory|launch|release)(?: \\w+)? (?:deadline|due date|cut-?off date|go-live date|launch date)\\b(?! (?:(?:was|is) (?:not|no)|queue|scheduler|exceeded|field|column))',
    'due (?:on|by|in (?:\\w+ )?(?:days?|weeks?|months?)|before|that|next|to (?:go|be|launch|ship)|\\w+day|at the end)\\b',
    '(?:was|were) due for\\b',
    '(?:had to|must|needed to|was to|were to|has to|have to|supposed to) (?:be (?:done|live|ready|finished|out|delivered|shipped|complete|in place|in production|submitted)|go live|ship|launch|finish|deliver|submit)(?: \\w+){0,4} (?:by|before|on|for|within|in time|until|till)\\b',
    `(?:we|i) had (?:only |just |about |exactly )?${span}(?=[.,;]| to | and )`,
    '(?:was|were) supposed to be \\w+(?:ed|ne|lt|ten) (?:by|before)\\b',
    `(?:in|within|had|have|only|just|with|left|gave (?:me|us)) (?:about |only |exactly |just )?${span} (?:left|to go|to (?:do|build|deliver|finish|fix|ship|get)|until (?:the|launch|go|release|${month})|before (?:the|launch|go|release|${month}))\\b`,
    `(?:demanded|wanted|promised|committed(?: to)?|needed|expected) (?:it|them|this|that|[\\p{L} -]{3,30}?) ${anyOf(`(?:by|before|within|until) (?:the end of|the (?:release|launch|deadline|season|summer|winter|holidays)|${span}|(?:next )?(?:${month}))`, `in ${span}`)}\\b`,
    '(?:contract|licen[cs]e|certificate|support|lease) (?:ended|ends|expired|expires|ran out|runs out|would (?:end|expire|run out)) (?:(?:on|in|at|by)\\b|\\d)',
    'before the (?:\\w+ )?(?:contract|licen[cs]e|certificate|lease) (?:ended|expired|ran out)\\b',
  ),
];

const takeOn =
  '(?:take|look|lead|own|fix|build|handle|find|investigate|work|write|do|make|run|check|sort|clean|prepare|figure|implement|drive|finish|deliver|migrate|move|set|get)';

export const assignedPatterns: readonly string[] = [
  `${anyCase('my (?:\\w+ )?(?:manager|lead|boss|mentor|supervisor|director|team lead|tech lead|skip|professor)')}(?: \\p{Lu}\\p{L}+)?(?:, [^,.;]{2,30},)?(?: then| had)? ${anyOf(
    `asked me to (?:${takeOn}|help|be|come up)`,
    'assigned (?:it|this|that|me|the)',
    'gave (?:it|this|that) to me',
    'gave (?:the|this) [\\p{L}-]+(?: [\\p{L}-]+)? to me',
    'gave me(?:, [^,]{2,20},)? (?:a|an|the) [\\p{L}-]+ to (?:build|write|fix|make|do|lead|run)',
    'gave me (?:the (?:task|job|project|ticket|work|migration|feature|whole)|a (?:task|ticket|project)|th(?:is|at) (?:task|job|project|ticket|one)|it\\b)',
    `told me to ${takeOn}`,
    'put me (?:on (?:it|this|that|the)|in charge)',
    'handed (?:it to me|me (?:the|this|that|it))',
    'made me (?:responsible|owner|the owner)',
  )}\\b`,
  anyCase(
    `(?:i was|i had been|i got|i['’]d been) (?:officially |then |just )?(?:asked to ${takeOn}|assigned|tasked|put in charge|given the (?:task|job|project|ticket|work)|told to ${takeOn})\\b`,
    '(?:it|this|that|the (?:task|ticket|project|work|job)|which) (?:was|had been|got) (?:assigned|given|handed) to me\\b',
    'the (?:ticket|task|job) (?:came|went|fell) to me\\b',
    '(?:so )?they gave me(?:, [^,]{2,20},)? (?:a|an|the) [\\p{L}-]+ to (?:build|write|fix|make|do|lead|run)\\b',
  ),
  '(?<=^|[.!?\\n] ?)[Pp]ut me on it\\b',
];

export const helpedPatterns: readonly string[] = [
  `(?<who>${otherPerson}) ${anyOf('helped(?! themselves)(?: me| us| out| with)', 'lent me', 'paired with me', 'sat with me', '(?<!who )worked with me', 'did the [\\p{L}-]+ (?:part|side|work)', 'wrote the [\\p{L}-]+(?: [\\p{L}-]+)? (?:part|side|tests?|script|wording|page|form)', 'took over (?:the on-call|my (?:on-call|shift|tickets|other work))', 'covered (?:for me|my)', 'joined me', 'taught me')}\\b`,
  `${anyCase('with (?:the )?help (?:of|from)', 'paired with', 'alongside')} (?<who>${namedPerson})`,
  `(?<=^|[.!?;\\n] ?)${anyOf(personName, `${anyCase('my (?:colleague|teammate|lead|manager|mentor)')}(?: ${personName})?`)} and (?:I|me)\\b`,
  anyCase(
    '(?:two|three|four|five|some|several|other) (?:of (?:my|our) )?(?:colleagues|engineers|teammates|developers|people)(?: from [\\p{L} ]{2,20})? (?:helped|joined|worked|pitched in|took)\\b',
  ),
];

const anything = '(?:it|we|i|they|he|she|that|this|which|everything|the [\\p{L}-]+(?: [\\p{L}-]+)?|team)';

export const launchedPatterns: readonly string[] = [
  anyCase(
    `${anything} ${anyOf(
      'went (?:live|into production)',
      '(?<=\\b(?:it|everything|which|release|fix|change|feature|patch|version|update|build|app|page|campaign) )went out',
      'launched',
      'shipped(?= (?:it|that|this|the|on|in|to|at|ahead|after|before|with|without|as|last|early|late|every|a week|two)\\b|[.,;]|$)',
      'rolled (?:it |that |this |them )?out',
      '(?<=\\b(?:we|i|they|team) )released (?:it|the|that|on|in|to)',
      'deployed (?:it|the|that|to|on|in)',
      'cut over',
      '(?<=\\b(?:we|i|they|team) )switched (?:over|on)',
      '(?<=\\b(?:we|i|they|team) )turned (?:it|the [\\p{L}-]+) on',
      '(?:has been|is|was|were) live',
      '(?:was|were) (?:rolled out|released|launched|shipped|deployed)',
      '(?:is|was|has been) in (?:production|use)',
      'is still in use',
    )}\\b(?! of\\b)`,
    '(?:after|since|following) (?:the|our|its) (?:launch|go-live|rollout|release)(?=[.,;]|$| (?:on|in|at|we|i|it|they|he|she|the|there|nobody|everything)\\b)',
    'on (?:launch|release|go-live) (?:day|night|morning)\\b',
  ),
  `(?<=^|[.!?;\\n] ?|- )${anyOf('Shipped', 'Live(?= (?:on|in|since|for|after|before|at|\\d|[A-Z]))', 'Launched', 'Deployed', 'Rolled out', 'Released', 'Went live', 'Merged and deployed')}\\b(?= |,|:|\\.)`,
];
