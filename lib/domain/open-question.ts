import { withoutQuotations } from './speech-sentences.ts';

const opener =
  /^(?:(?:and|so|but|then|or|now|well|just|also|exactly|roughly|about|looking back|in|at|on|by|for|to|from|with|under|of|out of|until|since|after|during|over|against|between|through)\s+)*(?:what|which|who|whom|whose|where|when|why|how)\b/iu;
const whether =
  /^(?:(?:and|so|but|then|or|now|well|just|also)\s+)*(?:do|does|did|don['’]t|didn['’]t|is|are|was|were|isn['’]t|wasn['’]t|weren['’]t|am|has|have|had|hasn['’]t|haven['’]t|hadn['’]t|can|could|can['’]t|couldn['’]t|will|would|won['’]t|wouldn['’]t|should|shall|may|might|must)\b/iu;

/** "Were it to happen again, what would you ...": the opening clause supposes something and asks nothing. */
const supposes = /^(?:were|had|should)\b(?! you\b)/iu;

/**
 * Whether a question can be answered with yes or no: no clause of it opens with a question word, or its main clause
 * opens with an auxiliary ("Looking back, would you ...", "Can you tell me what ..."). "When it broke, what did you
 * do?" is open: the clause after the comma asks.
 */
export function askedWhetherOnly(question: string): boolean {
  const clauses = withoutQuotations(question)
    .split(/[,;:()—–]+|\s-\s/u)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause));
  const asking = clauses.findIndex((clause) => opener.test(clause));
  const closed = clauses.findIndex(
    (clause, at) => whether.test(clause) && !(supposes.test(clause) && at < asking),
  );
  if (closed >= 0 && (asking < 0 || closed < asking || isTimeClause(clauses[asking], clauses.length)))
    return true;
  return asking < 0;
}

/** "When it broke, did you ...": the opening clause sets a time and asks nothing. */
function isTimeClause(clause: string | undefined, clauses: number): boolean {
  return (
    clause !== undefined &&
    clauses > 1 &&
    /^(?:and |so |but )?when\b(?! (?:did|do|does|was|were|is|are|had|would|will|could)\b)/iu.test(clause)
  );
}
