import type { Assessment } from './assessment.ts';
import { countedValue, withCheckedEvidence } from './checked-assessment.ts';
import { countWords, sectionBudgets, speakingSeconds } from './clock.ts';
import { BarRaiserError } from './errors.ts';
import type { InterviewContext, InterviewState } from './interview-state.ts';
import type { Level } from './level.ts';
import { levelVotes } from './level-votes.ts';
import type { RedoResult } from './report-schema.ts';
import { criterionIn, nextStep, roundToScore } from './rubric.ts';
import { type Section, sections } from './section.ts';
import { type CandidateTurn, mainAnswer, type Transcript } from './transcript.ts';

export const redoTurnId = 'redo';

export interface Redo {
  section: Section;
  text: string;
}

/** The story told anew: the main answer with one section's words replaced, and where the new words stand in it. */
export interface RetoldStory {
  transcript: Transcript;
  before: string;
  start: number;
  end: number;
}

function storyOf(state: InterviewState): { answer: CandidateTurn; assessment: Assessment; level: Level } {
  const answer = mainAnswer(state.turns);
  if (!answer || !state.assessment || !state.setup) {
    throw new BarRaiserError('not_assessed', 'There is no story in this interview to tell again.');
  }
  return { answer, assessment: state.assessment, level: state.setup.level };
}

/** Where a section that was never told belongs: behind the last words of the sections before it, else in front. */
function placeFor(section: Section, assessment: Assessment): number {
  const earlier = new Set(sections.slice(0, sections.indexOf(section)));
  return Math.max(0, ...assessment.spans.filter((span) => earlier.has(span.section)).map(({ end }) => end));
}

/**
 * Puts the new words in the place of the section's old ones (in front of the rest where the old ones are scattered)
 * and leaves out the replies, so that the change is compared on the main answer alone. Throws `not_assessed` without
 * a story.
 */
export function retellSection(state: InterviewState, { section, text }: Redo): RetoldStory {
  const { answer, assessment } = storyOf(state);
  const old = assessment.spans.filter((span) => span.section === section).sort((a, b) => a.start - b.start);
  const start = old[0]?.start ?? placeFor(section, assessment);
  let rest = '';
  let position = start;
  for (const span of old) {
    rest += answer.text.slice(position, Math.max(position, span.start));
    position = Math.max(position, span.end);
  }
  rest += answer.text.slice(position);
  const lead = answer.text.slice(0, start).trimEnd();
  const front = lead === '' ? '' : `${lead}\n`;
  const words = text.trim();
  const retold: CandidateTurn = { ...answer, text: `${front}${words}\n${rest.trimStart()}`.trimEnd() };
  const question = state.turns.find(({ id }) => id === answer.repliesTo);
  return {
    transcript: question ? [question, retold] : [retold],
    before: old.map(({ quote }) => quote).join(' '),
    start: front.length,
    end: front.length + words.length,
  };
}

/** What the redo changed: the section's criteria before and after, and the votes on the main answer alone. */
export function compareRedo(
  state: InterviewState,
  redo: Redo,
  story: RetoldStory,
  read: Assessment,
  { scenario, rubric }: InterviewContext,
): RedoResult {
  const { assessment, level } = storyOf(state);
  const after = withCheckedEvidence(read, story.transcript);
  const { principle } = scenario;
  const ofSection = after.criteria.filter(
    ({ criterion }) => criterionIn(rubric, criterion).section === redo.section,
  );
  const target =
    sectionBudgets(scenario, level).find(({ section }) => section === redo.section)?.seconds ?? 0;
  return {
    section: redo.section,
    before: story.before,
    after: redo.text,
    votesBefore: levelVotes(assessment.criteria, assessment.flags, principle),
    votesAfter: levelVotes(after.criteria, after.flags, principle),
    changes: ofSection.map((entry) => {
      const described = criterionIn(rubric, entry.criterion);
      return {
        criterion: entry.criterion,
        name: described.name,
        before: assessment.criteria.find(({ criterion }) => criterion === entry.criterion)?.score ?? null,
        after: entry.score,
        evidence: entry.evidence
          .filter(({ start, end }) => start >= story.start && end <= story.end)
          .map(({ quote, start, end }) => ({
            turnId: redoTurnId,
            quote,
            start: start - story.start,
            end: end - story.start,
          })),
        needs: nextStep(described, roundToScore(countedValue(entry)))?.needs ?? null,
      };
    }),
    seconds: {
      before: speakingSeconds(countWords(story.before)),
      after: speakingSeconds(countWords(redo.text)),
      target,
    },
  };
}
