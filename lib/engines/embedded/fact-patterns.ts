import type { FactName } from '#lib/domain/fact.ts';
import { namedPerson, otherPerson, personName } from './people.ts';

const adverb =
  '(?:,? (?:also|really|just|at first|first|initially|then|still|immediately|simply|politely|firmly|flatly|even|clearly|openly|strongly|again|finally|eventually|um|uh|like|sort of|kind of|basically|rightly|understandably|in the end|at the end|reluctantly|quietly|both|all|only|actually|nevertheless|nonetheless|anyway|of course|naturally|twice|once|never really),?)*';
const somebody = `(?<who>${otherPerson})(?:, [^,.;]{2,40},)?${adverb}`;
const relative = '(?: who)?';

const no =
  "(?:disagreed|objected|pushed(?: very| really)?(?: hard)? back|pushed back|resisted|protested|said (?:flatly )?no\\b(?! one| more|body)|did(?: not|n['’]?t)(?: \\w+)? (?:agree|like (?:it|that|this|the idea|my)|want (?:it|that|to hear|me to|to change|to do (?:it|that)|to give)|buy it|believe (?:me|it|that|in it)|accept (?:it|that|my)|see (?:the point|why|it that way))|(?:was|were)(?: not|n['’]?t)(?: \\w+)? (?:convinced|happy|pleased|impressed|thrilled|keen|amused|having it|interested|on board|in favou?r)|(?:was|were)(?: \\w+)? (?:against (?:it|me|that|this|us|the idea|my|the change)|sceptical|skeptical|reluctant|unhappy|furious|annoyed|opposed|unconvinced)|opposed (?:it|me|that|the|my)|fought (?:it|me|that|against)|vetoed|hated (?:it|that|the idea|my)|laughed at (?:me|it|my)|turned (?:it|me|that|my \\w+|the \\w+) down|refused|rejected (?:it|that|my|the (?:idea|proposal|plan|suggestion|design|request|change))|declined|called (?:it|that|me|my \\w+) (?:an? )?(?:\\w+ )?(?:paranoid|luxury|overkill|waste|unnecessary|exaggerat\\w+|over-?engineer\\w+|pedantic|alarmist|overhead|gold[- ]plating|nonsense|theor\\w+|stubborn|difficult|silly|too \\w+)|thought (?:it|that|this|I) (?:was|were) (?:too |an? )?(?:\\w+ )?(?:overkill|luxury|waste|unnecessary|exaggerat\\w+|over-?engineer\\w+|paranoid|pedantic|silly|late|expensive|risky|much|slow|wrong|nonsense|difficult|being difficult)|argued (?:that|against|hard|back)|ruled against|voted against)";

const yes =
  '(?:decided|agreed(?! (?:with|again|that|it (?:was|is)|this (?:was|is))\\b)|approved|signed (?:it |that |them )?off|signed it|gave (?:me|us|it) (?:the |a )?(?:go-ahead|go ahead|green light|approval|okay|ok|permission|three|two|six|a week|a day)|said (?:yes|okay|ok|all right|alright|go|fine)\\b|accepted (?:it|that|this|my)\\b|overruled|chose|went with|ruled|opted for|settled (?:on|for)|backed (?:it|me|my)|gave in|voted (?:for|to|against))';

/**
 * A fact and how it is said. `who` is a noun the value may be taken from. Patterns are matched case-sensitively
 * (names are known by their capital) inside one clause; negated and hypothetical matches are dropped by the reader.
 */
export interface FactPattern {
  fact: FactName;
  pattern: RegExp;
}

const say = (fact: FactName, ...sources: string[]): FactPattern[] =>
  sources.map((source) => ({ fact, pattern: new RegExp(`(?<![\\p{L}\\p{N}'’-])${source}`, 'gu') }));

const figure =
  '(?:[€$£]? ?\\d[\\d,. ]*(?:%|‰|[kKmM]\\b)?|(?i:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|none|a hundred|a thousand)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|and|\\d+))*)';
const unit =
  '(?: ?(?:%|per ?cent|percentage points?|points?|ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|euros?|dollars?|pounds?|[a-z]+))?';
const risen =
  '(?:fell|dropped|went (?:up|down)|rose|grew|climbed|decreased|increased|shrank|declined|improved|sank|cut|reduced|lowered|jumped)';

export const factPatterns: readonly FactPattern[] = [
  ...say(
    'resistance',
    `${somebody}${relative} ${no}`,
    `(?<who>${namedPerson}),? (?:\\w+ )?said,? (?:that )?["'“‘](?:No\\b|no\\b|We (?:don['’]t|do not|can['’]t) |Not (?:now|my|our|worth)|That['’]s (?:not|overkill|too)|It['’]s (?:fine|not worth|good enough))`,
    '(?i:(?:i|we) (?:got|had|met|faced|ran into|hit|received|felt|encountered|expected and got)(?: \\w+){0,3} (?:push-?back|resistance|opposition|objections))\\b',
    '(?i:(?:there was|there were|with|against|despite|after)(?: (?:some|a lot of|strong|much|heavy|initial|real|considerable|significant|fierce|lots of|his|her|their|the|a bit of|quite some|quite a bit of|their initial)){1,2} (?:push-?back|resistance|opposition|objections?))\\b(?! (?:test|value|of the (?:sensor|contact|resistor)))',
    '(?i:(?:the )?(?:push-?back|opposition) (?:was|came|from)(?! evidence))\\b',
    '(?i:i was (?:told (?:no|off|that (?:i|it) (?:was|were|is) (?:not|too|being)|to (?:drop it|leave it|let it go|stay))|overruled|outvoted|voted down|turned down))',
  ),
  ...say(
    'decision_made',
    `${somebody}${relative} ${yes}`,
    '[Ww]e(?: (?:all|both|then|finally|eventually|in the end))? (?:decided\\b|agreed (?:on|to)\\b|settled on\\b|went with\\b)',
    '(?i:(?:the |their |his |her |final )?decision (?:was|went|came|stood|fell)(?! (?:not mine|mine|based|made by))|it was (?:then |finally )?decided|the vote (?:was|went)|i was (?:overruled|outvoted)|(?:my|the) (?:proposal|idea|plan|design|change|request|pull request|fix) was (?:approved|accepted|rejected|turned down|adopted|declined|signed off))\\b',
  ),
  ...say(
    'own_proposal_lost',
    `${somebody}${relative} (?:overruled (?:me|us)|decided (?:against (?:it|me|my|that|us)|otherwise|the other way|differently|to (?:go|stay|keep going) (?:ahead|with it) anyway)|ruled against|voted against (?:it|me|us|my)|rejected (?:my|the) (?:idea|proposal|plan|suggestion|design)|turned (?:me|my \\w+|it|the idea|the proposal) down|vetoed (?:it|my|the)|(?:went|chose to go) ahead (?:anyway|without|with (?:it|the) (?:anyway|launch|original|release))|went with (?:the other|his|her|their (?:own)?|the original) )`,
    '(?i:i (?:lost (?:the (?:vote|argument|debate|discussion|decision)|that (?:vote|argument|one|debate|discussion)|it\\b)|was (?:overruled|outvoted|voted down|turned down))|my (?:proposal|idea|plan|suggestion|design|version|option) (?:lost|was (?:rejected|turned down|declined|voted down|dropped|refused))|(?:it was|that was|the decision was|the vote (?:was|went)|decision went) (?:against (?:me|us|my)|the other way))\\b',
  ),
  ...say(
    'own_proposal_won',
    `${somebody}${relative} (?:approved (?:it|my|the (?:plan|proposal|change|fix|design|idea))|accepted (?:it|my|the (?:plan|proposal|fix|design|idea|change))|adopted (?:it|my)|signed (?:it off|off (?:on )?(?:it|my|the))|gave (?:me|us|it) (?:the |a )?(?:go-ahead|go ahead|green light)|backed (?:my|it|me)|went with my|chose mine|agreed to (?:it|my|try|do|the (?:plan|change|proposal|delay|trial|pilot)|a (?:trial|pilot|test|delay|compromise))|agreed(?=[.!]|, (?:and|on condition|if)|$))`,
    '(?i:i (?:convinced|persuaded|won (?:over|them over|him over|her over|the (?:argument|vote|debate)))|my (?:proposal|idea|plan|suggestion|design|version|fix|change|option) (?:won|was (?:approved|accepted|adopted|chosen|merged|taken|signed off)))\\b',
  ),
  ...say(
    'launched',
    '(?i:(?:it|we|i|they|he|she|that|this|which|everything|the [\\p{L}-]+(?: [\\p{L}-]+)?|team) (?:went (?:live|out|into production)|launched|shipped(?= (?:it|that|this|the|on|in|to|at|ahead|after|before|with|without|as|last|early|late|every|a week|two)\\b|[.,;]|$)|rolled (?:it |that |this |them )?out|released (?:it|the|that|on|in|to)|deployed (?:it|the|that|to|on|in)|cut over|has been live|is live|was live|were live|was (?:rolled out|released|launched|shipped|deployed)|were (?:rolled out|released|launched|shipped|deployed)|is in production|was in production|has been in (?:production|use)|is (?:still )?in use))\\b(?! of\\b)',
    '(?:(?<=^|[.!?;\\n] ?|- )(?:Shipped|Live(?= (?:on|in|since|for|after|before|at|\\d|[A-Z]))|Launched|Deployed|Rolled out|Released|Went live|Merged and deployed))\\b(?= |,|:|\\.)',
    '(?i:(?:after|since|when|once|following) (?:the|our|its) (?:launch|go-live|rollout|release))\\b',
    '(?i:on (?:launch|release|go-live) (?:day|night|morning))\\b',
  ),
  ...say(
    'measured',
    `(?<!(?:propos|rais|lower|chang|mov|bump|set)(?:e|ed|ing|t)?(?: [\\p{L}-]+){0,5} )(?i:from) (?:about |around |roughly |nearly |over |almost |some |under )?${figure}${unit}(?: [\\p{L}%/-]+){0,5}?,? (?i:down to|up to|to|towards?|and now) (?:about |around |roughly |nearly |over |almost |some |under |just )?${figure}`,
    `(?:${risen}|down|up)(?: \\w+)? by (?:about |around |roughly |nearly |over |almost |some )?(?:${figure}${unit}|half|a (?:third|quarter|half))`,
    `(?:fell|dropped|rose|grew|went (?:down|up)|decreased|increased|improved|down|up) (?:about |around |roughly |nearly |over |almost |some )?\\d[\\d,.]* ?(?:%|percent|per cent|points?)`,
    `\\d[\\d,.]* ?(?:%|percent|per cent|times|x) (?:faster|slower|less|fewer|more|lower|higher|cheaper|shorter|quicker|smaller|down|up|reduction|drop|increase|fall|improvement|rise)`,
    `(?<![.\\d])\\d[\\d,.]*${unit}(?: [\\p{L}-]+){0,4},? (?:instead of|down from|up from|against|compared (?:to|with)|versus|vs\\.?|before it was|before that it was) (?:about |around |roughly |nearly |over |almost |some |the )?${figure}`,
    '(?i:(?:halved|doubled|tripled|quadrupled|cut in half|cut it in half))\\b(?= (?:in|within|over|after|since|by)\\b|[.,;]|$)',
    `(?i:before:?) ${figure}${unit}[^.;\\n]{0,30}[.,;]? (?i:after|now):? (?:it (?:was|is) )?${figure}`,
    `${figure}${unit} (?:before|with the (?:old|vendor|former))[^.;\\n]{0,25}?[,;] ${figure}${unit} (?:after|now|with ours|with the new|today)`,
  ),
  ...say(
    'deadline',
    '(?i:(?:the|our|my|a|this|that|hard|fixed|legal|contractual|regulatory|launch|release)(?: \\w+)? (?:deadline|due date|cut-?off date|go-live date|launch date))\\b(?! (?:(?:was|is) (?:not|no)|queue|scheduler|exceeded|field|column))',
    '(?i:due (?:on|by|in (?:\\w+ )?(?:days?|weeks?|months?)|before|that|next|to (?:go|be|launch|ship)|\\w+day|at the end|(?:was|were) due for))\\b',
    '(?i:(?:had to|must|needed to|was to|were to|has to|have to|should|supposed to) (?:be (?:done|live|ready|finished|out|delivered|shipped|complete|in place|in production|submitted)|go live|ship|launch|finish|deliver|submit)(?: \\w+){0,4} (?:by|before|on|for|within|in time|until|till))\\b',
    `(?i:(?:in|within|had|have|only|just|with|left|gave (?:me|us)) (?:about |only |exactly |just )?${figure} (?:working )?(?:hours?|days?|weeks?|months?) (?:left|to go|to (?:do|build|deliver|finish|fix|ship|get)|until (?:the|launch|go|release|black|christmas|\\w+day)|before (?:the|launch|go|release|black|christmas|\\w+day)))\\b`,
    '(?i:(?:demanded|wanted|promised|committed(?: to)?|needed|expected) (?:it|them|this|that|[\\p{L} -]{3,30}?) (?:by|before|within|until|in) (?:the end of|the|' +
      figure +
      '|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|christmas|black|easter|spring|summer|autumn|winter|q[1-4]))\\b',
    '(?i:(?:contract|licen[cs]e|certificate|support|lease) (?:ended|ends|expired|expires|ran out|runs out|would (?:end|expire|run out)) (?:(?:on|in|at|by)\\b|\\d))\\b',
  ),
  ...say(
    'assigned_by_manager',
    '(?i:my (?:\\w+ )?(?:manager|lead|boss|mentor|supervisor|director|team lead|tech lead|skip|professor)(?: [A-Z]\\w+)?(?:, [^,.;]{2,30},)?(?: then| had)? (?:asked me to (?:take|look|lead|own|fix|build|handle|find|investigate|work|write|do|make|run|check|help|be|sort|clean|prepare|figure|implement|drive|finish|deliver|migrate|move|set|get|come up)|assigned (?:it|this|that|me|the)|gave (?:it|this|that) to me|gave me (?:the (?:task|job|project|ticket|work|migration|feature|whole)|a (?:task|ticket|project)|this|that|it\\b)|told me to (?:take|look|lead|own|fix|build|handle|find|investigate|work|write|do|make|run|check|sort|clean|prepare|implement|finish|deliver)|put me (?:on (?:it|this|that|the)|in charge)|handed (?:it to me|me (?:the|this|that|it))|made me (?:the |responsible|lead|owner)))\\b',
    "(?i:(?:i was|i had been|i got|i'd been) (?:officially |then |just )?(?:asked to (?:take|look|lead|own|fix|build|handle|find|investigate|write|run|sort|clean|prepare|implement|deliver|migrate)|assigned|tasked|put in charge|given the (?:task|job|project|ticket|work)|told to (?:take|look|lead|own|fix|build|handle|find|investigate|write|do|make|run|sort)))\\b",
    '(?i:(?:it|this|that|the (?:task|ticket|project|work|job)|which) (?:was|had been|got) (?:assigned|given|handed) to me)\\b',
  ),
  ...say(
    'colleagues_helped',
    `(?<who>${otherPerson}) (?:helped(?! themselves)(?: me| us| out| with)|lent me|paired with me|sat with me|worked with me|did the [\\p{L}-]+ (?:part|side|work)|wrote the [\\p{L}-]+(?: [\\p{L}-]+)? (?:part|side|tests?|script|wording|page|form)|took over (?:the|my)|covered (?:for me|my)|joined me|taught me|showed me)\\b`,
    `(?:(?i:with (?:the )?help (?:of|from)|together with|paired with|alongside|i paired with) (?<who>${namedPerson}))`,
    `(?:${personName}|(?i:my (?:colleague|teammate|lead|manager|mentor))(?: ${personName})?) and (?:I|me)\\b`,
    `(?i:(?:two|three|four|five|some|several|other) (?:of (?:my|our) )?(?:colleagues|engineers|teammates|developers|people)(?: from [\\p{L} ]{2,20})? (?:helped|joined|worked|pitched in|took))\\b`,
  ),
];
