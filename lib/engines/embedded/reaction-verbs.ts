import { anyOf } from './pattern-source.ts';

const proposal = '(?:it|that|me|my|this|the (?:idea|proposal|plan|suggestion|design|request|change))';

/** What somebody does who does not agree. */
export const saidNo = anyOf(
  'disagreed',
  'objected',
  'protested',
  'resisted',
  'refused',
  'declined',
  'vetoed',
  'pushed(?: very| really)?(?: hard)? back',
  'said (?:flatly )?no\\b(?! one| more|body)',
  "did(?: not|n['’]?t)(?: \\w+)? (?:agree|like (?:it|that|this|the idea|my)|want (?:it|that|to hear|me to|to change|to do (?:it|that)|to give)|buy it|believe (?:me|it|that|in it)|accept (?:it|that|my)|see (?:the point|why|it that way))",
  "(?:was|were)(?: not|n['’]?t)(?: \\w+)? (?:convinced|happy|pleased|impressed|thrilled|keen|amused|having it|interested|sold|on board|in favou?r)",
  `(?:was|were)(?: \\w+)? (?:against ${proposal}|sceptical|skeptical|reluctant|unhappy|furious|angry|annoyed|opposed|unconvinced)`,
  `opposed ${proposal}`,
  `fought (?:${proposal}|against)`,
  '(?:hated|laughed at) (?:it|that|me|my|the idea)',
  'turned (?:it|me|that|my \\w+|the \\w+) down',
  `rejected ${proposal}`,
  'called (?:it|that|me|my \\w+) (?:an? )?(?:\\w+ )?(?:paranoid|luxury|overkill|waste|unnecessary|exaggerat\\w+|over-?engineer\\w+|pedantic|alarmist|overhead|gold[- ]plating|nonsense|theor\\w+|stubborn|difficult|silly|too \\w+)',
  'thought (?:it|that|this|I) (?:was|were) (?:too |an? )?(?:\\w+ )?(?:overkill|luxury|waste|unnecessary|exaggerat\\w+|over-?engineer\\w+|paranoid|pedantic|silly|expensive|risky|wrong|nonsense|difficult)',
  'argued (?:that|against|hard|back)',
  'said (?:that )?[Ii] was (?:protecting|being|over-?reacting|exaggerating|paranoid|worrying|overthinking|not seeing|too \\w+)',
  '(?:ruled|voted) against',
);

/** What somebody does who settles a matter, either way. */
export const decided = anyOf(
  'decided',
  'agreed(?! (?:with|again|that|it (?:was|is)|this (?:was|is))\\b)',
  'approved',
  'endorsed (?:it|that|this|the|my)\\b',
  'signed (?:it |that |them )?off',
  'signed it',
  'gave (?:me|us|it) (?:the |a )?(?:go-ahead|go ahead|green light|approval|okay|ok|permission)',
  'said (?:yes|okay|ok|all right|alright|go|fine)\\b',
  'accepted (?:it|that|this|my)\\b',
  'overruled',
  'chose',
  'went with',
  'ruled',
  'opted for',
  'settled (?:on|for)',
  'backed (?:it|me|my)',
  'gave in',
  'voted (?:for|to|against)',
);

/** What somebody does who turns the teller's proposal down for good. */
export const decidedAgainst = anyOf(
  'overruled (?:me|us)',
  'decided (?:against (?:it|me|my|that|us)|otherwise|the other way|differently)',
  'ruled against',
  'voted against (?:it|me|us|my)',
  'rejected (?:my|the) (?:idea|proposal|plan|suggestion|design)',
  'turned (?:me|my \\w+|it|the idea|the proposal) down',
  'vetoed (?:it|my|the)',
  '(?:went|chose to go) ahead (?:anyway|without|regardless)',
  'went with (?:the other|his|her|their (?:own)?|the original) ',
);

/** What somebody does who takes the teller's proposal up. */
export const decidedFor = anyOf(
  'approved (?:it|my|the (?:plan|proposal|change|fix|design|idea))',
  'accepted (?:it|my|the (?:plan|proposal|fix|design|idea|change))',
  'adopted my',
  'signed (?:it off|off (?:on )?(?:it|my|the))',
  'gave (?:me|us|it) (?:the |a )?(?:go-ahead|go ahead|green light)',
  'backed (?:my|it|me)',
  'went with my',
  'chose mine',
  'agreed to (?:it|my|try|do|the (?:plan|change|proposal|delay|trial|pilot)|a (?:trial|pilot|test|delay|compromise))',
  'agreed(?=[.!]|, (?:and|on condition|if)|$)',
);
