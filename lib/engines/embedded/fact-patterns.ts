import type { FactName } from '#lib/domain/fact.ts';
import { changePatterns } from './change-patterns.ts';
import { anyCase, anyOf } from './pattern-source.ts';
import { namedPerson, otherPerson } from './people.ts';
import { decided, decidedAgainst, decidedFor, saidNo } from './reaction-verbs.ts';
import { assignedPatterns, deadlinePatterns, helpedPatterns, launchedPatterns } from './work-patterns.ts';

/**
 * A fact and how it is said. `who` is a noun the value may be taken from. Patterns are matched inside one sentence;
 * names are known by their capital, so letters count; negated and supposed matches are dropped by the reader.
 */
export interface FactPattern {
  fact: FactName;
  pattern: RegExp;
  /** Words without which the pattern cannot match; quick to look for. */
  trigger: RegExp | null;
}

const adverb =
  '(?:,? (?:also|really|just|at first|first|initially|then|still|immediately|simply|politely|firmly|flatly|even|clearly|openly|strongly|again|finally|eventually|um|uh|like|sort of|kind of|basically|rightly|understandably|in the end|at the end|reluctantly|quietly|both|all|only|actually|nevertheless|nonetheless|anyway|of course|naturally|twice|once),?)*';
const somebody = `(?<who>${otherPerson})(?:, [^,.;]{2,40},)?${adverb}(?: who)?`;
const objection = '(?:push-?back|resistance|opposition|objections?)';
const aLot =
  '(?: (?:some|a lot of|strong|much|heavy|initial|real|considerable|significant|fierce|lots of|his|her|their|the|a bit of|quite some|quite a bit of)){1,2}';
const mine = '(?:proposal|idea|plan|suggestion|design|version|option|fix|change)';

const bounded = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}'’-])${source}`, 'gu');

const say = (fact: FactName, ...sources: readonly string[]): FactPattern[] =>
  sources.map((source) => ({ fact, pattern: bounded(source), trigger: null }));

/** Somebody other than the teller did it. */
const somebodyDid = (fact: FactName, verbs: string): FactPattern => ({
  fact,
  pattern: bounded(`${somebody} ${verbs}`),
  trigger: new RegExp(` ${verbs}`, 'u'),
});

export const factPatterns: readonly FactPattern[] = [
  somebodyDid('resistance', saidNo),
  ...say(
    'resistance',
    `(?<who>${namedPerson}),? (?:\\w+ )?said,? (?:that )?["'“‘](?:No\\b|no\\b|We (?:don['’]t|do not|can['’]t) |Not (?:now|my|our|worth)|That['’]s (?:not|overkill|too)|It['’]s (?:fine|not worth|good enough))`,
    anyCase(
      `(?:i|we) (?:got|had|met|faced|ran into|hit|received|felt|encountered)(?: \\w+){0,3} ${objection}\\b`,
      `(?:there was|there were|with|against|despite|after)${aLot} ${objection}\\b(?! (?:test|value|of the (?:sensor|contact|resistor)))`,
      '(?:the )?(?:push-?back|opposition) (?:was|came|from)\\b(?! evidence)',
      'i was (?:told (?:no|off|that (?:i|it) (?:was|were|is) (?:not|too|being)|to (?:drop it|leave it|let it go|stay))|overruled|outvoted|voted down|turned down)\\b',
    ),
  ),
  somebodyDid('decision_made', decided),
  ...say(
    'decision_made',
    `["“](?:Fine|Okay|OK|Ok|All right|Alright|Yes|Do it|Go ahead)[,.]?["”],? ${anyOf(`said (?<who>${namedPerson}|he|she|they)`, `(?<person>${namedPerson}|he|she|they) said`)}`,
    '[Ww]e(?: (?:all|both|then|finally|eventually|in the end))? (?:sat down (?:together )?and )?(?:decided|agreed (?:on|to)|settled on|went with)\\b',
    anyCase('(?:he|she|they)(?: \\w+){1,5} and said (?:no|yes|ok|okay|fine)\\b(?! one| more)'),
    anyCase(
      '(?:the |their |his |her |final )?decision (?:was|went|came|stood|fell)\\b(?! (?:not mine|mine|with|based|made by))',
      'it was (?:then |finally )?decided\\b',
      'the vote (?:was|went)\\b',
      'i was (?:overruled|outvoted)\\b',
      `(?:my|the) (?:${mine}|request|pull request) was (?:approved|accepted|rejected|turned down|adopted|declined|signed off)\\b`,
    ),
  ),
  somebodyDid('own_proposal_lost', decidedAgainst),
  ...say(
    'own_proposal_lost',
    anyCase(
      'i (?:lost (?:the|that) (?:vote|argument|debate|discussion|decision|one)|was (?:overruled|outvoted|voted down|turned down))\\b',
      'i lost(?=[.,;]| and (?:i|looking|that)\\b|$)',
      `my ${mine} (?:lost|was (?:rejected|turned down|declined|voted down|dropped|refused))\\b`,
      '(?:it was|that was|the decision was|the vote (?:was|went)|decision went) (?:against (?:me|us|my)|the other way)\\b',
    ),
  ),
  somebodyDid('own_proposal_won', decidedFor),
  ...say(
    'own_proposal_won',
    anyCase(
      'i (?:convinced|persuaded|won (?:over|them over|him over|her over|the (?:argument|vote|debate)))\\b',
      `my ${mine} (?:won|was (?:approved|accepted|adopted|chosen|merged|taken|signed off))\\b`,
    ),
  ),
  ...say('launched', ...launchedPatterns),
  ...say('measured', ...changePatterns),
  ...say('deadline', ...deadlinePatterns),
  ...say('assigned_by_manager', ...assignedPatterns),
  ...say('colleagues_helped', ...helpedPatterns),
];
