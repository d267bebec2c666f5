const acronyms = /\b(?:cto|ceo|cfo|cio|ciso|coo|cpo|vp|svp|pm|pms|po|qa|hr|sre|it|api|ui|ux)\b/gu;

/**
 * A noun of the candidate's turned so that the bar raiser can say it to them: "my tech lead" -> "your tech lead",
 * "our CTO" -> "your CTO", "a planner" -> "the planner"; names and "their ..." stay.
 */
export function spokenNoun(noun: string): string {
  return noun
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^(?:my|our)\b/iu, 'your')
    .replace(/^(?:an?|one)\b/iu, 'the')
    .replace(/^(?:The|Some|Most|Half|Two|Three|Four|Five|Six|Both|Another|Their|His|Her)\b/u, (word) =>
      word.toLowerCase(),
    )
    .replace(
      /^(?:manager|boss|lead|team lead|tech lead|mentor|management|cto|ceo|cfo|cio|vp|director)$/iu,
      'your $&',
    )
    .replace(/^your \p{L}(?=\p{Ll}| )/u, (word) => word.toLowerCase())
    .replace(
      /^(?:customers?|clients?|vendors?|suppliers?|partners?|regulator|auditors?|board|leadership|product owner|product manager|pm|po)$/iu,
      (word) => `the ${word.toLowerCase()}`,
    )
    .replace(acronyms, (word) => (word === 'it' ? word : word.toUpperCase().replace(/S$/u, 's')));
}
