import type { CriterionAssessment, Flag, ReplyAssessment } from '#lib/domain/assessment.ts';
import { type Criterion, isLabelled, roundToScore } from '#lib/domain/rubric.ts';
import type { Exchange } from '#lib/domain/transcript.ts';
import { modelCriteria } from './answer-model.ts';
import { quote, quotesFor } from './evidence.ts';
import { readSentences, type Sentence } from './features.ts';
import { ownReading } from './generic-model.ts';
import { scoreColumns } from './matrix.ts';
import { replyVectors } from './reply-features.ts';
import { rateReply } from './reply-rating.ts';
import { disowns, refuses } from './reply-signals.ts';
import { screen } from './screening.ts';
import type { EmbeddedModel } from './weights.ts';

/** A sentence value at which a reply carries a criterion fully: the median best sentence of answers the raters gave 3. */
const carriesFully = 0.9;

export interface ReplyReading {
  assessment: ReplyAssessment;
  flags: Flag[];
}

/** Rates a reply, and scores it on what its question aimed at. In: the exchange, its aims, the story as read. */
export function assessReply({
  exchange: { reply },
  aims,
  story,
  model,
}: {
  exchange: Exchange;
  aims: readonly Criterion[];
  story: readonly Sentence[];
  model: EmbeddedModel;
}): ReplyReading {
  const { text, flags } = screen(reply.text);
  const signals = {
    turnId: reply.id,
    refused: refuses(reply.text) || text.trim() === '',
    disowns: disowns(reply.text),
  };
  if (flags.includes('unsupported_language')) {
    return {
      assessment: { ...signals, refused: false, rating: null, criteria: [], evidence: [] },
      flags: [],
    };
  }
  const sentences = readSentences(text);
  if (signals.refused || sentences.length === 0) {
    const evidence = sentences.slice(0, 1).map((sentence) => quote(sentence, reply.id));
    return { assessment: { ...signals, refused: true, rating: 0, criteria: [], evidence }, flags };
  }
  const vectors = replyVectors({ text, sentences, aims, story });
  const { expected, rating, sentences: telling } = rateReply(vectors, model.reply);
  const carried = vectors.sentences.map((vector) => scoreColumns(model.sentence, vector));
  const criteria = aims.map((criterion, place) => {
    // Nothing was rated for such an aim: what any own criterion with ratings makes of the sentence stands for it.
    const values = carried.map((columns) =>
      isLabelled(criterion) ? (columns[modelCriteria.indexOf(criterion)] ?? 0) : ownReading(columns),
    );
    return scoreAim({ criterion, place, expected, sentences, values, turnId: reply.id });
  });
  // What decided the rating: the sentence that speaks most for the reply, for a weak one the least.
  const decisive = rating === 0 ? Math.min(...telling) : Math.max(...telling);
  const decided = sentences[telling.indexOf(decisive)];
  const evidence = decided ? [quote(decided, reply.id)] : [];
  return { assessment: { ...signals, rating, criteria, evidence }, flags };
}

/**
 * What the reply shows of one aim. The question's first aim is what the rating is about: 0-2 becomes 0-3. A further aim
 * counts as far as the reply's best sentence carries it.
 */
function scoreAim({
  criterion,
  place,
  expected,
  sentences,
  values,
  turnId,
}: {
  criterion: Criterion;
  place: number;
  expected: number;
  sentences: readonly Sentence[];
  /** what each sentence carries of the criterion */
  values: readonly number[];
  turnId: string;
}): CriterionAssessment {
  const carried = Math.min(1, Math.max(0, ...values) / carriesFully);
  const value = 1.5 * expected * (place === 0 ? 1 : 0.5 + 0.5 * carried);
  const score = roundToScore(value);
  if (score === 0) return { criterion, expected: value, score, evidence: [] };
  const evidence = place === 0 ? bestQuote(sentences, values, turnId) : quotesFor(sentences, values, turnId);
  return { criterion, expected: value, score: evidence.length === 0 ? null : score, evidence };
}

/** The sentence of a reply that carries most: the rating is about the whole reply, so there always is one. */
function bestQuote(sentences: readonly Sentence[], values: readonly number[], turnId: string) {
  const best = sentences[values.indexOf(Math.max(...values))];
  return best ? [quote(best, turnId)] : [];
}
