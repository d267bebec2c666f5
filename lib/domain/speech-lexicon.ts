import { principleNames } from './principle.ts';

const words = (source: string) => new RegExp(`\\b(?:${source})\\b`, 'iu');

/** Praise, comfort and agreement: they tell a candidate how it is going. */
export const praiseOrComfort = words(
  "great|excellent|impressive|impressed|wonderful|fantastic|amazing|awesome|brilliant|perfect|perfectly|superb|terrific|outstanding|well done|good (?:job|work|answer|point|example|question|story|thinking|one|call|start|to (?:hear|know))|(?:very|really|so|quite|pretty) (?:good|nice|interesting|helpful|useful|clear|solid|strong|thorough)|that['’]s (?:good|nice|interesting|helpful|useful|clear|fair|fine|right|true|impressive|okay|ok|all right|alright)|nice (?:work|job|one|example|story)|interesting|fascinating|helpful|love (?:it|that|how|the|this)|i like|admire|admirable|proud|congratulations|kudos|bravo|appreciate|thanks for sharing|thank you for (?:sharing|that|telling|your (?:answer|honesty|candou?r|openness))|makes sense|fair enough|fair point|i agree|agreed|exactly right|absolutely|no worries|no problem|don['’]t worry|not to worry|never mind|no pressure|sorry to hear|i['’]m sorry|that must have been|must have been (?:hard|tough|difficult)|i (?:can )?(?:understand|see|imagine) (?:how|that|why)|understandable|totally|take heart|you['’]re doing|you did (?:well|great|the right)|good luck|best of luck|rest assured|happens to (?:everyone|all of us|the best)",
);

/** A reaction that stands alone or leads in a question: "Good.", "Okay, and then?". Left out of repeats and goodbyes. */
export const bareReaction =
  /^\W*(?:good|nice|okay|ok|right|alright|all right|sure|wow|cool|lovely|thanks|thank you|got it|i see|understood|noted)(?:\W*$|[,.!;:–—-])/iu;

/** Words of a vote or of marking. */
export const verdictWords = words(
  'no[- ]hire|strong[- ]hire|not inclined|inclined to|hire you|hiring decision|verdict|you (?:passed|failed|pass|fail)|(?:your|a|the|high|low|full) (?:score|scores|rating|marks?|grade|points)|scored|graded|rated|raise[sd]? the bar|bar[- ]raising|below the bar|above the bar|meets? the bar|strong answer|weak answer|strong example|weak example|good enough|not enough|insufficient|convincing|unconvincing|vague|too general|lacks?|lacking|missing from your',
);

const principles = Object.values(principleNames)
  .filter((name) => name !== 'Ownership')
  .map((name) => name.replace(/[;,]/gu, '[;,]?').replace(/\s+/gu, '\\s+'));

/** The interview's machinery: method names, criterion names used as labels, the principles. */
export const jargon = new RegExp(
  `\\bSTARs?\\b|\\b(?:[Ll]eadership [Pp]rinciples?|[Rr]ubrics?|[Cc]riteri(?:on|a)|[Bb]ehaviou?ral|[Pp]robes?|[Ff]ollow[- ]?ups?(?= question)|[Oo]wnership|[Ss]pecificity|[Dd]urability|[Ss]econd[- ]order|[Dd]issent(?:ed|ing)?|[Ll]ong[- ]term thinking|${principles.join('|')})\\b|\\b(?:the|your) (?:situation|task|action|result|reflection|context|scope|metric|impact) (?:part|section|portion|of your (?:story|answer))\\b`,
  'u',
);
