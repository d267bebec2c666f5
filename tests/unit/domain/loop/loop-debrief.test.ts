import { describe, expect, it } from 'vitest';
import type { Level } from '#lib/domain/level.ts';
import { levelVotes } from '#lib/domain/level-votes.ts';
import { type AnsweredQuestion, buildLoopDebrief } from '#lib/domain/loop/loop-debrief.ts';
import { loopDebriefSchema } from '#lib/domain/loop/loop-debrief-schema.ts';
import { loopMarkdown } from '#lib/domain/loop/loop-markdown.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { type Criterion, criteriaOf, criterionIn, nextStep, roundToScore } from '#lib/domain/rubric.ts';
import { scored, testContext } from '#tests/support/domain-fixtures.ts';

const { scenario, rubric } = testContext();
const { principle, question } = scenario;
const quote = { turnId: 't', quote: 'I wrote *it*', start: 0, end: 12 };

function reportOf(
  expected: (criterion: Criterion) => number,
  level: Level = 'sde2',
  noStory = false,
): Report {
  const entries = criteriaOf(principle).map((criterion) =>
    scored(criterion, expected(criterion), expected(criterion) > 0 ? [quote] : []),
  );
  const flags = noStory ? (['no_story'] as const) : [];
  const votes = levelVotes(entries, flags, principle);
  return {
    version: 1,
    ...{ scenarioId: scenario.id, principle, question, level },
    engine: 'embedded',
    closedBecause: 'covered',
    ...{ votes, firstVotes: votes },
    summary: 'A summary.',
    ...{ pros: [], cons: [], unknowns: [], probes: [], pace: null, weakest: null },
    criteria: entries.map(({ criterion, score, expected: value, evidence }) => {
      const entry = criterionIn(rubric, criterion);
      return {
        criterion,
        name: entry.name,
        section: entry.section,
        score,
        firstScore: score,
        expected: value,
        anchor: entry.anchors[roundToScore(value)],
        found: '',
        next: nextStep(entry, roundToScore(value)),
        evidence,
        against: [],
      };
    }),
    flags: [...flags],
    unvalidated: [],
  };
}

const asked = (position: number, report: Report, text: string | null = null): AnsweredQuestion => ({
  position,
  interviewId: `i${position}`,
  interviewer: position % 2 === 0 ? 'Viktor' : 'Ruth',
  announced: position !== 2,
  report,
  story: text === null ? null : { turnId: 't', text },
});
const joint = (questions: AnsweredQuestion[]) =>
  buildLoopDebrief({ level: 'sde2', selfVote: 'hire', questions, notAsked: 1, deleted: 0 });

const weak = reportOf(() => 0.6);
const strong = reportOf(() => 2.9);
const uneven = reportOf((criterion) => (criterion === 'metric' ? 0 : 2.9));

describe('the joint debrief', () => {
  it('names votes two steps apart of different interviewers only, the lower first', () => {
    const { disagreements } = joint([asked(1, strong), asked(2, weak), asked(3, weak)]);
    const votes = disagreements.filter(({ kind }) => kind === 'votes');
    expect(votes).toHaveLength(1);
    expect(votes[0]?.readings.map(({ position }) => position)).toEqual([2, 1]);
  });

  it('names a criterion that reads differently in two stories, with the words of both', () => {
    const { disagreements } = joint([asked(1, strong), asked(2, uneven)]);
    expect(disagreements).toEqual([
      {
        kind: 'criterion',
        criterion: 'metric',
        name: criterionIn(rubric, 'metric').name,
        readings: [
          { position: 2, interviewer: 'Viktor', score: 0, evidence: [] },
          { position: 1, interviewer: 'Ruth', score: 3, evidence: [quote] },
        ],
      },
    ]);
  });

  it('finds the changes that move it most: a gain in the recommendation before any other', () => {
    const { changes, recommendation } = joint([asked(1, strong), asked(2, uneven), asked(3, weak)]);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThanOrEqual(3);
    for (const change of changes) expect(change.gain).toBeGreaterThanOrEqual(0);
    const order = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'];
    const ranks = changes.map(({ overall }) => order.indexOf(overall));
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(Math.min(...ranks)).toBeGreaterThanOrEqual(order.indexOf(recommendation.vote));
    for (const { needs, criterion, score } of changes) {
      expect(needs).toBe(nextStep(criterionIn(rubric, criterion), score ?? 0)?.needs);
    }
  });

  it('finds no change where every score is the highest, and none in a question without a story', () => {
    const full = reportOf(() => 3);
    expect(joint([asked(1, full), asked(2, full)]).changes).toEqual([]);
    const none = reportOf(() => 0, 'sde2', true);
    expect(joint([asked(1, weak), asked(2, none)]).changes.every(({ position }) => position === 1)).toBe(
      true,
    );
  });

  it('is what its schema says, and counts what is left out', () => {
    const debrief = joint([asked(1, strong), asked(2, weak)]);
    expect(loopDebriefSchema.parse(debrief)).toEqual(debrief);
    expect(debrief).toMatchObject({ notAsked: 1, deleted: 0, selfVote: 'hire' });
    expect(debrief.principles).toHaveLength(1);
    expect(debrief.principles[0]?.votes).toHaveLength(2);
  });

  it('is written as Markdown in which nothing a person said is markup', () => {
    const story = 'The export for 340 shops in Ghent took 48 minutes, Tomas said *so*.';
    const debrief = joint([asked(1, strong, story), asked(2, uneven, story)]);
    const loop: LoopView = {
      id: 'l',
      createdAt: Date.UTC(2026, 0, 5, 9),
      level: 'sde2',
      mode: 'typed',
      minutes: 45,
      questionSeconds: 900,
      phase: 'debrief',
      position: null,
      paused: false,
      breakEndsAt: null,
      questions: [],
      selfVote: 'hire',
      selfVoteGiven: true,
    };
    const text = loopMarkdown({ loop, debrief });
    for (const title of [
      'Recommendation',
      'Where they disagree',
      'What would have moved',
      'One story, told twice',
    ])
      expect(text).toContain(`## ${title}`);
    expect(text).toContain('Your own vote: Hire');
    expect(text).not.toContain('said *so*');
  });
});
