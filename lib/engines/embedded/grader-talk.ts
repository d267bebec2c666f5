import { criterionSchema, isLabelled } from '#lib/domain/rubric.ts';

/**
 * Whether a passage talks to whoever grades, or about the grading, rather than telling a story. Three kinds of words are
 * counted: of grading and of the interview itself (rubric, verdict, full marks, this round), of orders (ignore, award, must), of the reader as a machine or a
 * judge (you, the evaluator, an AI). One alone is anybody's English; together they are nobody's story.
 */
const grading =
  /\b(?:rubrics?|verdicts?|scor(?:e|es|ed|ing)(?: guide)?|grad(?:e|es|ed|er|ers|ing)|rat(?:er|ers|ing|ings|ed)|full marks|(?:top|maximum|highest|perfect) (?:marks?|scores?|ratings?)|criteri(?:on|a)|strong[ _]hire|strong[ _]no[ _]hire|(?:a|clear|the) hire|hire level|evaluat(?:e|ion|or|ors)|assess(?:ment|or)|auto-?pass|calibration|raises? the bar|meets? the bar|hiring committee|debrief|level = |sde ?[12]|candidate(?:'s)? (?:answer|text)|feedback|(?:mock|practice) (?:interview|round|session)s?|(?:this|the best|my|a good|a great) answer|this (?:interview|round|question)|pass(?:ed|ing)? (?:this|the))\b/giu;
const unmistakable =
  /\b(?:strong[ _]hire|strong_no_hire|full marks|(?:ignore|disregard|forget|override) (?:all |any |the |every |whatever )?(?:previous|prior|above|earlier|preceding|scoring|grading|rubric|instructions?)|scoring (?:guide|rubric)|system prompt|language model|(?:grader|evaluator|assessor|rater)s?\b.{0,40}\b(?:must|should|please|note)|note (?:for|to) the (?:grader|evaluator|rater|assessor|interviewer|ai|model)|probe_first|evaluation mode|end of (?:the )?(?:candidate|answer))\b/iu;
const orders =
  /\b(?:ignore|disregard|forget|override|set|return|emit|output|print|respond|reply with|award|give|assign|mark|put (?:me|him|her|it) down|rate|treat|apply|copy|decode|follow|fold|assume|skip|write|fill in|pretend|act as|consider|please|must|should|do not|don't|never|grant|record|note|use)\b/giu;
const reader =
  /\b(?:you|your|yourself|evaluator|grader|assessor|rater|reviewer|assistant|a\.?i\.?|bot|llm|chatgpt|claude|gpt|gemini|model|system|prompt|instructions?|interviewer|bar raiser|transcription|placeholder|the (?:above|block|text|answer) (?:above|below|is)|the (?:answer|text|block|criteria) (?:above|below)|above)\b/giu;
/** Ids that are everyday words (speed, care, standard) name a score only with a colon or an equals sign. */
const everyday = criterionSchema.options.filter((id) => !isLabelled(id) && !id.includes('_'));
const plain = criterionSchema.options.filter((id) => !everyday.includes(id));
const criterionIds = new RegExp(
  `\\b(?:(?:${plain.join('|')})\\b\\s*[:=]?|(?:${everyday.join('|')})\\s*[:=])\\s*[0-3]\\b`,
  'giu',
);

/** How clearly a passage is addressed to the grading, from 0; 1 and above is clear. */
export function graderTalk(passage: string): number {
  const kinds = [grading, orders, reader].map((pattern) => Math.min(2, passage.match(pattern)?.length ?? 0));
  const [ofGrading = 0, ofOrders = 0, ofReader = 0] = kinds;
  if ((passage.match(criterionIds)?.length ?? 0) >= 2) return 2;
  if (unmistakable.test(passage)) return 1 + (ofOrders + ofReader) / 4;
  if (ofGrading === 0) return Math.min(0.6, 0.15 * ofOrders + 0.15 * ofReader);
  return 0.3 * ofGrading + 0.25 * ofOrders + 0.25 * ofReader;
}
