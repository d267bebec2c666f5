import type { Assessment, CriterionAssessment } from './assessment.ts';
import { countedValue } from './checked-assessment.ts';
import { estimatedAs } from './explanation.ts';
import { gapOrder } from './gap.ts';
import type { Level } from './level.ts';
import { asksAboutStory } from './move.ts';
import type { Point } from './report-schema.ts';
import { type Criterion, criterionIn, type PractisedPrinciple, type Rubric } from './rubric.ts';
import { type Exchange, exchanges, type Transcript } from './transcript.ts';
import { wordsAbout } from './words-about.ts';

const quotesPerPoint = 2;
const prosAtMost = 5;

interface PointsInput {
  scored: readonly CriterionAssessment[];
  assessment: Assessment;
  transcript: Transcript;
  rubric: Rubric;
  principle: PractisedPrinciple;
  level: Level;
}

export interface DebriefPoints {
  pros: Point[];
  cons: Point[];
  unknowns: Point[];
}

function asPoint(entry: CriterionAssessment, text: string, exchange: Exchange | undefined): Point {
  const asked = exchange && { turnId: exchange.question.id, question: exchange.question.text };
  return {
    criterion: entry.criterion,
    text,
    evidence: wordsAbout(entry, quotesPerPoint),
    asked: asked ?? null,
  };
}

/** The rubric's sentence for a score, a withheld one counting 0; of an estimated score, that it is one. */
function said({ criterion, score, estimated }: CriterionAssessment, rubric: Rubric): string {
  const { name, reading } = criterionIn(rubric, criterion);
  return estimated ? estimatedAs(name, score ?? 0) : reading[score ?? 0];
}

/**
 * What a debrief is made of. Pros are solid or strong, strongest first. Cons are weak, or absent with words of the
 * candidate that speak against them, or still absent once asked about; the one that holds the vote back most comes
 * first. Unknown is what is merely absent and was never asked, or was asked and declined. A contradiction that was never
 * resolved is a con of its own.
 */
export function debriefPoints({
  scored,
  assessment,
  transcript,
  rubric,
  principle,
  level,
}: PointsInput): DebriefPoints {
  const told = exchanges(transcript);
  const askedAbout = (criterion: Criterion) =>
    told.findLast(({ question: { move } }) => asksAboutStory(move) && move.aims[0] === criterion);
  const refused = new Set(assessment.replies.filter((reply) => reply.refused).map(({ turnId }) => turnId));
  const values = Object.fromEntries(scored.map((entry) => [entry.criterion, countedValue(entry)]));
  const order = gapOrder(values, principle, level);
  const points: DebriefPoints = { pros: [], cons: [], unknowns: [] };

  for (const entry of scored.toSorted((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion))) {
    const { name, unknown } = criterionIn(rubric, entry.criterion);
    const score = entry.score ?? 0;
    if (score >= 2) continue;
    const exchange = askedAbout(entry.criterion);
    const declined = exchange !== undefined && refused.has(exchange.reply.id);
    if (declined && !entry.against)
      points.unknowns.push(
        asPoint(entry, `Asked about ${name.toLowerCase()}, the candidate gave no answer.`, exchange),
      );
    else if (score === 0 && !exchange && !entry.against)
      points.unknowns.push(asPoint(entry, unknown, exchange));
    else points.cons.push(asPoint(entry, said(entry, rubric), exchange));
  }
  points.pros = scored
    .filter(({ score }) => (score ?? 0) >= 2)
    .toSorted((a, b) => countedValue(b) - countedValue(a))
    .slice(0, prosAtMost)
    .map((entry) => asPoint(entry, said(entry, rubric), undefined));
  for (const { about, first, second } of assessment.contradictions) {
    const text = `Two statements about ${about} do not fit together.`;
    points.cons.push({ criterion: null, text, evidence: [first, second], asked: null });
  }
  return points;
}
