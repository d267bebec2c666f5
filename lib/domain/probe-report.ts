import type { Assessment, Rating, ReplyAssessment } from './assessment.ts';
import { countWords } from './clock.ts';
import { listed } from './listed.ts';
import { asksAboutStory } from './move.ts';
import type { ProbeReport } from './report-schema.ts';
import { criterionIn, type Rubric } from './rubric.ts';
import type { FollowUp, Scenario } from './scenario.ts';
import { type Exchange, exchanges, type Transcript } from './transcript.ts';

/** RUBRIC.md, "Reply to a follow-up". */
const ratingReads: Record<Rating, string> = {
  0: 'It dodges the question, stays general, or hands the work to someone else.',
  1: 'On the point, but thin.',
  2: 'On the point, specific to this story, and it shows what the question was after.',
};

/** Fewer words than this can hardly carry a step, a reason and an outcome. */
const fewWords = 25;

function lacks(text: string): string[] {
  const missing: string[] = [];
  if (!/\bI\b|\bi(?:'m|'ve|'d)?\b|\bmy\b/u.test(text)) missing.push('nothing in it says "I"');
  else if ((text.match(/\bwe\b/giu)?.length ?? 0) > (text.match(/\bI\b|\bi\b/gu)?.length ?? 0)) {
    missing.push('it says "we" more often than "I"');
  }
  if (!/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|half|twice)\b/iu.test(text)) {
    missing.push('it has no figure, date or count');
  }
  if (countWords(text) < fewWords) missing.push(`it is ${countWords(text)} words long`);
  return missing;
}

function whyRated(reply: ReplyAssessment | undefined, text: string): string {
  if (!reply || reply.rating === null) return 'This reply was not rated.';
  if (reply.refused) return 'The question was not answered.';
  if (reply.disowns) return 'The reply says that the work was someone else’s.';
  const missing = reply.rating === 2 ? [] : lacks(text);
  if (missing.length === 0) return ratingReads[reply.rating];
  const list = listed(missing);
  return `${ratingReads[reply.rating]} ${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

function strongReply(exchange: Exchange, followUp: FollowUp | undefined, rubric: Rubric): string {
  const { move } = exchange.question;
  const criterion = asksAboutStory(move) ? move.aims[0] : undefined;
  const needs = criterion ? criterionIn(rubric, criterion).next[3] : '';
  if (!followUp) return needs;
  const { probes } = followUp;
  return `It shows ${probes.charAt(0).toLowerCase()}${probes.slice(1)} ${needs}`;
}

/** Each question about the story with its reply: the rating, why, and what a strong reply would have had. */
export function probeReports(
  assessment: Assessment,
  transcript: Transcript,
  scenario: Scenario,
  rubric: Rubric,
): ProbeReport[] {
  return exchanges(transcript).map((exchange) => {
    const { question, reply } = exchange;
    const read = assessment.replies.find(({ turnId }) => turnId === reply.id);
    const followUpId = asksAboutStory(question.move) ? question.move.followUpId : null;
    const followUp = scenario.follow_ups.find(({ id }) => id === followUpId);
    return {
      questionTurnId: question.id,
      replyTurnId: reply.id,
      question: question.text,
      reason: question.move.reason,
      rating: read?.rating ?? null,
      why: whyRated(read, reply.text),
      evidence: read?.evidence ?? [],
      strong: strongReply(exchange, followUp, rubric),
      example: followUp
        ? {
            weak: followUp.weak.reply,
            weakWhy: followUp.weak.why,
            strong: followUp.strong.reply,
            keyPhrase: followUp.strong.key_phrase,
          }
        : null,
    };
  });
}
