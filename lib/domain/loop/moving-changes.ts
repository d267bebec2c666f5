import type { Level } from '#lib/domain/level.ts';
import type { CriterionReport, Report } from '#lib/domain/report-schema.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import { type Verdict, type Vote, verdict, verdictLatent, verdicts } from '#lib/domain/verdict.ts';
import { wordsAbout } from '#lib/domain/words-about.ts';
import type { QuestionReport } from './disagreements.ts';
import type { Change } from './loop-debrief-schema.ts';
import { recommend } from './recommendation.ts';

const changesShown = 3;
const quotesShown = 2;
const highest = 3;

type Expected = Partial<Record<Criterion, number>>;

/**
 * The three changes that would have moved the recommendation most: the score of one criterion in one question raised by
 * one, all else as it was, the votes and the recommendation computed anew. Ranked by what the recommendation gains, then
 * by what the vote of the question rests on gains (logits), then by the order of questions and criteria. Questions
 * without a vote are passed over: what they lack is a story.
 */
export function movingChanges(questions: readonly QuestionReport[], level: Level): Change[] {
  const votes = questions.map(({ report }) => report.votes[level].vote);
  const now = rank(recommend(votes).vote);
  return questions
    .flatMap((question, index) => changesIn(question, level, (vote) => votes.with(index, vote)))
    .toSorted((one, other) => rank(other.overall) - rank(one.overall) || other.gain - one.gain)
    .filter(({ overall, gain }) => rank(overall) > now || gain > 0)
    .slice(0, changesShown);
}

function changesIn(
  { position, report }: QuestionReport,
  level: Level,
  votesWith: (vote: Verdict) => Vote[],
): Change[] {
  if (report.votes[level].vote === 'not_enough_evidence') return [];
  const before = expectedIn(report);
  const latent = verdictLatent(before, report.principle, level);
  return report.criteria.flatMap((entry): Change[] => {
    if (entry.next === null) return [];
    const raised = { ...before, [entry.criterion]: Math.min(counted(entry) + 1, highest) };
    const vote = verdict(raised, report.principle, level);
    return [
      {
        position,
        criterion: entry.criterion,
        name: entry.name,
        score: entry.score,
        needs: entry.next.needs,
        evidence: wordsAbout(entry, quotesShown),
        overall: recommend(votesWith(vote)).vote,
        vote,
        gain: verdictLatent(raised, report.principle, level) - latent,
      },
    ];
  });
}

function expectedIn({ criteria }: Report): Expected {
  return Object.fromEntries(criteria.map((entry) => [entry.criterion, counted(entry)]));
}

/** A withheld score counts 0, as it does in the vote. */
function counted({ score, expected }: CriterionReport): number {
  return score === null ? 0 : expected;
}

function rank(vote: Vote): number {
  return vote === 'not_enough_evidence' ? -1 : verdicts.indexOf(vote);
}
