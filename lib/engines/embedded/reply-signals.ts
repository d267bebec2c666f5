import { foldedLine } from '#lib/domain/fold-text.ts';
import { allSpoken, type Phrases } from '#lib/domain/spoken-phrases.ts';

const about =
  '(?: (?:it|that|this|them|those|any of (?:it|that|this)|(?:the )?(?:details?|numbers?|figures?|specifics?|question|part|client|customer|project|company|reason|name|names)|anything|anything about (?:it|that)|exactly|really|at all|anymore|any more|now|right now|here|today|in detail|to you|with you|for sure|off hand|offhand|off the top of my head|any|of|about|on|the|more|further|much|too much|so much|for confidentiality reasons|for legal reasons|because of (?:an? |the |my )?nda))*';

const refusals: Phrases<'refusal'> = [
  [
    'refusal',
    `i (?:really |honestly |actually |simply |just )?(?:do not|dont|did not|didnt) (?:really |actually |quite )?(?:know|remember|recall)(?: (?:what to say|what else to say|how to answer|how to answer that))?${about}`,
  ],
  ['refusal', `dont (?:know|remember|recall)${about}`],
  [
    'refusal',
    `i (?:really |honestly |simply |just )?(?:cannot|cant|could not|couldnt|am not able to|am not allowed to|am not at liberty to|may not|must not) (?:really |actually |quite )?(?:say|tell|share|talk|speak|discuss|disclose|reveal|remember|recall|answer|comment|go into|think of|get into)(?: you)?${about}`,
  ],
  [
    'refusal',
    `im not (?:able|allowed|at liberty|going|willing|comfortable)(?: to)? (?:say|tell|share|sharing|talk|talking|speak|discuss|discussing|disclose|answer|answering|comment|go into)(?: you)?${about}`,
  ],
  [
    'refusal',
    `(?:id|i would|i had|ill|i will) (?:rather|prefer|sooner|like|better)? ?(?:not(?: to)?|to not|to skip|skip|pass|pass on|leave)(?: (?:say|tell|share|talk|speak|discuss|disclose|answer|comment|go into|get into|go there))?${about}`,
  ],
  [
    'refusal',
    `i (?:do not|dont) (?:want|wish|like|feel comfortable|feel like)(?: to)? (?:say|tell|share|sharing|talk|talking|speak|speaking|discuss|answer|answering|comment|go into|get into)(?: you)?${about}`,
  ],
  [
    'refusal',
    `(?:(?:thats|that is|its|it is|this is) )?(?:(?:all )?(?:confidential|private|classified|under nda|covered by (?:an? |my )?nda|not something i can (?:share|talk about|discuss)|none of your business))`,
  ],
  ['refusal', '(?:im|i am|were|we are|i signed|i have signed)(?: under)? (?:an? )?nda'],
  [
    'refusal',
    '(?:no (?:comment|idea|clue|answer|memory of (?:it|that))|i have no (?:idea|clue|answer|comment|memory of (?:it|that))|not a clue)',
  ],
  [
    'refusal',
    '(?:pass|skip(?: (?:it|this|that|this one|that one))?|next(?: (?:question|one))?(?: please)?|move on|lets move on|can we (?:move on|skip (?:it|this|that|this one)|go on))',
  ],
  [
    'refusal',
    `(?:i dont think so|nothing|none|nope|nah|not really|nothing really|nothing special|nothing else|nothing more|nothing at all|nothing comes to (?:my )?mind|n a)(?: (?:to (?:say|add|tell)|i can think of|that i know|that i remember|comes to (?:my )?mind))?`,
  ],
  [
    'refusal',
    `i (?:do not|dont|have not|havent) (?:really )?(?:have|had|got)? ?(?:an? ?|any ?|one ?|anything ?)(?:answer|example|idea|comment|memory|to say|to add|more|else|for (?:that|this|you))*`,
  ],
  ['refusal', 'i have nothing(?: (?:else|more|to (?:say|add|tell)|for you|on that))*'],
  [
    'refusal',
    '(?:why (?:do|would) you (?:ask|want to know|care)|does it matter|whatever|who cares|who knows|thats not (?:relevant|important)|it (?:does not|doesnt) matter)',
  ],
];

const fillers =
  '(?:um+|uh+|uhm+|er+|erm+|hm+|hmm+|mm+|ah+|oh|so|well|okay|ok|right|yeah|yes|no|sorry|please|thanks|thank you|actually|honestly|frankly|truthfully|like|you know|i mean|i think|i guess|i suppose|i fear|i am afraid|im afraid|to be honest|unfortunately|just|maybe|perhaps|and|but|then|now|really|that|there|(?:it )?was (?:a )?(?:very )?long (?:time )?ago|it|its been (?:a )?(?:long time|while)|its too long ago|(?:im|i am) sorry|if (?:thats|that is) (?:ok|okay|fine|all right)|if you (?:dont|do not) mind|good question|sure)';

/**
 * Whether a reply declines, evades wholly or says nothing: blank, "I'd rather not", "I don't know", "can't remember
 * any of it". Such a reply covers nothing, however it is phrased. A reply that goes on to say something ("I don't
 * know, start earlier maybe?") is weak, not refused.
 */
export function refuses(text: string): boolean {
  const line = foldedLine(text);
  const kinds = allSpoken(line, refusals, fillers);
  return kinds !== null;
}

const someoneElse = `(?:(?:a|my|our|the|another|one of (?:my|our|the))(?: [a-z]+){0,2} (?:colleague|colleagues|lead|manager|boss|mentor|teammate|teammates|team|engineer|developer|coworker|intern|senior|architect|friend|people|guys)|somebody else|someone else|others|other people|he|she|they)`;
const made =
  '(?:did|wrote|built|made|fixed|found|designed|implemented|coded|handled|created|solved|came up with|ran|carried out)';
const theWork =
  '(?:(?:all of |most of |almost all of |nearly all of )(?:it|that|this|the work)|it all|that|it|this|(?:the )?(?:actual |real )(?:work|fix|code|thing|coding|implementation|analysis|design))';

const disowning: readonly RegExp[] = [
  /\b(?:it|that|this|which) (?:(?:was not|wasnt)(?: actually| really)?|actually was not|actually wasnt|really wasnt) (?:me|mine|my (?:work|doing|own work|code|fix|idea|decision|design))\b(?! alone| only| own| but| against| who)/u,
  /\b(?:none|not much|very little|hardly any) of (?:it|that|this) was (?:me|mine|my (?:own )?(?:work|doing|code))\b/u,
  /\bi (?:did not|didnt|never)(?: actually| really)? (?:do|write|build|make|fix|find|design|implement|code) (?:it|that|this|any of (?:it|that|this))(?: (?:myself|personally|on my own))?(?: (?:actually|really|to be honest))*$/u,
  /\bi (?:did not|didnt|never)(?: actually| really)? (?:do|write|build|make|fix|find|design|implement|code) (?:it|that|this|any of (?:it|that|this)) (?:myself|personally)\b/u,
  /\bi (?:was not|wasnt)(?: actually| really) (?:involved|the one who|part of (?:it|that))\b/u,
  new RegExp(
    `\\b(?:actually|to be honest|honestly|in fact|in truth|truth is|to be fair)(?: [a-z]+){0,3} ${someoneElse} (?:actually |really |mostly |basically )?${made} ${theWork}(?= |$)`,
    'u',
  ),
  new RegExp(`\\b${someoneElse} (?:actually|really|mostly|basically) ${made} ${theWork}(?= |$)`, 'u'),
  new RegExp(
    `\\b(?:no|not me|it was not me|that was not me|wasnt me)(?: [a-z]+){0,2} ${someoneElse} ${made}(?= |$)`,
    'u',
  ),
  new RegExp(
    `\\b${made} by (?:a|my|our|another)(?: [a-z]+){0,2} (?:colleague|lead|manager|boss|mentor|teammate|coworker) not (?:by )?me\\b`,
    'u',
  ),
];

/** Whether a reply says that the work was not the candidate's after all: "actually a colleague did that". */
export function disowns(text: string): boolean {
  return text
    .split(/(?<=[.!?\n])\s+/u)
    .some((sentence) => disowning.some((pattern) => pattern.test(foldedLine(sentence))));
}
