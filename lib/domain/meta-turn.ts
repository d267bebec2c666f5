import { foldedLine } from './fold-text.ts';
import type { MetaKind } from './move.ts';
import { allSpoken, type Phrases } from './spoken-phrases.ts';

/** A longer turn has something to say, whatever words it begins with. */
const wordsAtMost = 40;

const you = '(?:can|could|would|will|may) you';
const ask = `(?:(?:${you}|please|i need you to|i would like you to|id like you to|do you mind|would you mind)(?: please)?(?: just)? )?`;
const it =
  '(?:it|that|this|the question|your question|the last question|the last part|the last bit|what you said)';
const thing = '(?:story|example|one|situation|case|experience|answer|topic|time)';
const other = '(?:another|a different|a new|some other|the other|a better)';

/** What each kind sounds like, on folded words. A turn is meta only when it consists of such phrases and little else. */
const phrases: Phrases<MetaKind> = [
  [
    'end',
    `(?:lets|let us|can we|could we|may we|i would like to|id like to|i want to|i wanna|i need to|i have to|i think (?:we should|ill|i will)|please) (?:just )?(?:stop|end|finish|quit|leave|go|wrap up|conclude)(?: (?:it|this|things|there|the (?:mock )?(?:interview|session|call)|this (?:interview|session|call)))?(?: (?:here|now|there|today|for today|at this point|early))*`,
  ],
  [
    'end',
    '(?:stop|end|quit|exit|finish)(?: (?:it|this|the (?:mock )?(?:interview|session)|this (?:interview|session)))?(?: (?:here|now))?',
  ],
  ['end', 'i (?:do not|dont) (?:want|wish) to (?:go on|continue|do this anymore|do this any more)'],
  [
    'repeat',
    `${ask}(?:repeat(?:ing)?|re read|say(?:ing)?|read(?:ing)?|ask(?:ing)?|state|tell me)(?: me)? ${it}(?: (?:again|once more|one more time|for me|to me|back to me))*`,
  ],
  ['repeat', `${ask}repeat(?: please)?`],
  [
    'repeat',
    '(?:come again|say again|pardon(?: me)?|once more|one more time|again please|repeat please|what was (?:the|your) (?:last )?question(?: again)?|what did you (?:say|ask)(?: again)?|what was that(?: again)?|sorry what)',
  ],
  [
    'repeat',
    `i (?:did not|didnt|could not|couldnt|cant|cannot) (?:quite )?(?:hear|catch|get|follow|understand) (?:${it}|you)(?: (?:properly|well|there|very well))?`,
  ],
  [
    'repeat',
    '(?:i missed (?:it|that|the question|your question|the last part|the last bit)|i forgot (?:the|your) question|you (?:cut|broke) (?:out|up)(?: there)?|(?:the )?(?:line|connection|sound|audio) (?:is|was) (?:bad|breaking up|gone))',
  ],
  ['clarify', '(?:what|how) do you mean(?: (?:by|with|when you say|exactly)(?: [^ ]+){0,6})?'],
  [
    'clarify',
    `${you}(?: please)? (?:clarify|rephrase|explain|elaborate on|reword|be (?:a (?:bit|little) )?(?:more specific|clearer|more precise)|put (?:it|that) (?:differently|another way)|give me (?:an example|more context)(?: of what you mean)?|say what you mean|help me understand)(?: ${it})?(?: (?:a (?:bit|little)|for me|to me|please|differently|what you mean|further|more))*`,
  ],
  [
    'clarify',
    `(?:i am|im)? ?(?:i (?:do not|dont|did not|didnt) (?:really |quite |fully )?(?:understand|get|follow)|not sure (?:i|that i) (?:understand|understood|follow|get)|not sure what (?:you mean|you are asking|youre asking|you want)|i (?:do not|dont) (?:know|see) what (?:you mean|you are asking|youre asking|you want))(?: (?:${it}|you|what you mean))?`,
  ],
  [
    'clarify',
    '(?:in what sense|in which sense|what kind of (?:story|example|situation|answer)(?: (?:do you want|are you looking for|do you mean))?|what exactly (?:do you mean|are you asking|do you want to know|are you looking for)|what are you (?:asking|looking for)(?: exactly)?)',
  ],
  ['clarify', '(?:do|did) you mean(?: [^ ]+){1,14}'],
  ['clarify', '(?:are you asking|you are asking|youre asking)(?: [^ ]+){1,14}'],
  [
    'clarify',
    '(?:does it|does this|does that|must it|can it|can this|could it|should it) (?:have to |also )?be(?: [^ ]+){1,10}',
  ],
  [
    'another_story',
    `(?:can|could|may|shall|should|do you mind if|is it (?:ok|okay|possible|fine) (?:if|to)|would it be (?:ok|okay|possible|fine) (?:if|to)|i would like to|id like to|id rather|i would rather|i want to|let me|i will|ill|lets|i think ill)(?: (?:i|we))?(?: (?:please|just|rather|maybe|perhaps|instead))? (?:take|tell(?: you)?(?: about)?|use|give(?: you)?|pick|choose|try|talk about|start with|switch to|go with|change to|have|do|think of) ${other} ${thing}(?: (?:instead|please|if (?:thats|that is) (?:ok|okay|fine|possible|all right|alright)))*`,
  ],
  [
    'another_story',
    `(?:can|could|may|let me|i would like to|id like to|i want to)(?: i)? (?:start over|start again|begin again|change (?:my|the) (?:story|example)|switch (?:stories|examples|my story))(?: (?:with ${other} ${thing}|instead|please))*`,
  ],
  [
    'another_story',
    `(?:i (?:have|have got|got|thought of)|ive got|actually i have) ${other} (?:story|example|situation|case)(?: (?:instead|for you|that (?:fits|is) better|which (?:fits|is) better))*`,
  ],
  [
    'no_story',
    `i (?:do not|dont|have not|havent|never|really dont|really do not) (?:really |actually |honestly |think i )?(?:have|had|got|think of|remember|recall)(?: (?:really|got|had))*(?: (?:a|an|any|one|such|such a|anything|that|good|real|specific|concrete|single|kind of|sort of|such an|time|times|like that|for that|for this|story|stories|example|examples|situation|experience|case|to tell|to share|here|in mind|at the moment|right now|with that|about that|it|happened|to me))+`,
  ],
  [
    'no_story',
    `(?:i (?:cannot|cant|could not|couldnt) (?:really |actually |honestly )?(?:think of|remember|recall|come up with)|nothing|no (?:story|example|such story|such example)|i have (?:no|nothing)|ive (?:never had|got no|got nothing|no))(?: (?:a|an|any|one|such|anything|that|good|real|specific|concrete|kind of|sort of|story|stories|example|examples|situation|experience|case|time|times|like that|comes to (?:my )?mind|to tell|to share|here|at the moment|right now|for (?:that|this|you)|of that kind|of the kind|with that))*`,
  ],
  [
    'no_story',
    '(?:that (?:has|had) never happened(?: to me)?|that never happened(?: to me)?|it never happened(?: to me)?|i (?:have never|ve never|ive never|never) (?:done|experienced|been in) (?:that|this|it|anything like that|such a situation|that situation))',
  ],
  [
    'wait',
    '(?:(?:just )?(?:one|a|half a) (?:moment|second|sec|minute|min)(?: (?:please|to think|here|for that))*)',
  ],
  [
    'wait',
    '(?:please )?(?:give|allow|grant) me(?: just)? (?:(?:a|one|half a|another)(?: (?:short|little|quick))? (?:moment|second|sec|minute|min|bit)|some time|a few seconds|a little time)(?: (?:to think|please|to (?:collect|gather|sort) my thoughts|to remember|for that))*',
  ],
  [
    'wait',
    '(?:(?:can|could|may|might) i (?:have|take|get)|i need|i would need|id need|ill take|i will take|let me take)(?: just)? (?:(?:a|one|another)(?: (?:short|little|quick))? (?:moment|second|sec|minute|min|bit)|some time|a few seconds|time)(?: (?:to think|please|to (?:collect|gather|sort) my thoughts|to remember|here))*',
  ],
  [
    'wait',
    '(?:please )?(?:let me|i have to|i need to|i must|im|i am|ill)(?: just)? (?:think|see|thinking|remember|recall|gather my thoughts|collect my thoughts|sort my thoughts)(?: (?:about|of|it|that|this|one|an example|a good example|a good one|a story|a good story|over|back|here|for|a|moment|second|sec|minute|bit|please|quickly|again))*',
  ],
  [
    'wait',
    '(?:please )?(?:hold on|hang on|wait|bear with me|be right back|i will be right back)(?: (?:a|one|second|sec|moment|minute|please|for|just))*',
  ],
  [
    'greeting',
    '(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|everyone|sir|madam|bar raiser))?',
  ],
  [
    'greeting',
    '(?:(?:its )?(?:very )?(?:nice|good|great|pleased|glad) to (?:meet|see|be here|talk to)(?: (?:you|with you|here))?(?: too)?|how are you(?: (?:doing|today))*|how do you do|thanks? (?:you )?for (?:having me|your time|taking the time|the opportunity))',
  ],
  [
    'greeting',
    '(?:(?:yes )?(?:im|i am|were|we are)?(?: all)? ?ready(?: (?:when(?:ever)? you are|to (?:go|start|begin)|now))*|whenever you are(?: ready)?|lets (?:start|begin|go|get started|do (?:it|this))|(?:we|you) can (?:start|begin)(?: now)?|shall we(?: start| begin)?|go ahead)',
  ],
  [
    'greeting',
    '(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)? (?:my name is|this is|im|i am) [^ ]+(?: [^ ]+)?(?= (?:nice|good|pleased|glad|ready|im|i am)\\b|$)',
  ],
  ['greeting', 'my name is [^ ]+(?: [^ ]+)?(?= (?:nice|good|pleased|glad|ready|im|i am)\\b|$)'],
];

/** Said around a meta phrase without changing what it is. */
const fillers =
  '(?:um+|uh+|uhm+|er+|erm+|hm+|hmm+|mm+|ah+|oh|so|well|okay|ok|alright|all right|right|yeah|yes|yep|sure|of course|no|sorry|excuse me|please|thanks|thank you(?: very much)?|actually|honestly|like|you know|i mean|i think|i guess|i am afraid|im afraid|to be honest|just|maybe|perhaps|and|but|then|now|for me|again|really|i|good question|thats a (?:good|tough|hard|difficult) (?:question|one)|if (?:thats|that is) (?:ok|okay|fine|possible)|if you (?:dont|do not) mind|im sorry|i am sorry|i apologi[sz]e|is that (?:ok|okay|fine|possible|allowed))';

/** When several kinds are said in one turn ("Hi! Sorry, can you repeat that?"), the one that asks for more wins. */
const precedence: readonly MetaKind[] = [
  'end',
  'another_story',
  'clarify',
  'repeat',
  'no_story',
  'wait',
  'greeting',
];

/** Alone, only before the story, these say "I'm here", not an answer. */
const acknowledgement = new RegExp(`^${fillers}(?: ${fillers})*$`, 'u');

/**
 * Recognises a turn about the conversation itself rather than about the story: it is answered with a fixed reply,
 * never scored and never counted (DESIGN, meta turns). Prefers silence: a turn that says anything else besides is
 * not meta, nor is one of more than 40 words.
 * @param text a candidate's turn, typed or transcribed; punctuation and case may be missing
 * @param context.storyTold whether a story has been told: after it, having no example is a reply, not a meta turn
 */
export function recogniseMeta(text: string, context: { storyTold: boolean }): MetaKind | null {
  const line = foldedLine(text);
  if (line === '' || line.split(' ').length > wordsAtMost) return null;
  const kinds = allSpoken(line, phrases, fillers);
  if (kinds === null) return null;
  const said = precedence.find((kind) => kinds.has(kind));
  if (said === undefined)
    return !context.storyTold &&
      acknowledgement.test(line) &&
      /\b(?:yes|yeah|yep|ok|okay|sure|alright|right)\b/u.test(line)
      ? 'greeting'
      : null;
  if (said === 'no_story' && context.storyTold) return null;
  return said;
}
