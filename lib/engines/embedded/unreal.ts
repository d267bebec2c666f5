const negation =
  /(?:\b(?:no|not|never|nobody|noone|none|neither|nor|hardly|without|rarely|cannot)\b|n['’]t\b|\b(?:dont|didnt|wasnt|werent|doesnt|isnt|hadnt|havent|couldnt|wouldnt|wont|cant)\b)/iu;
const hypothesis =
  /(?:^(?:say|let['’]s say)\b|\b(?:would|could|might|should|may|must|if|unless|whether|hope[ds]?|hoping|plan|plans|planned|planning|want(?:ed)? to|going to|suppose[ds]?|imagine|will|shall|until|expect\w*|afraid|fear\w*|worried|tried to|trying to|before)\b|['’](?:d|ll)\b(?! (?:been|already|never)))/iu;
const wordsBefore = 7;

/**
 * Whether what follows `before` in a clause is denied, wished or supposed rather than told as having happened.
 * @param before the clause up to the statement; only a denial counts within its last seven words
 */
export function isUnreal(before: string): boolean {
  const near = before.trim().split(/\s+/u).slice(-wordsBefore).join(' ');
  return negation.test(near) || hypothesis.test(before);
}
