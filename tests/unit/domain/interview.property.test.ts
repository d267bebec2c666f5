import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating } from '#lib/domain/assessment.ts';
import { verifyEvidence } from '#lib/domain/evidence.ts';
import { type FactName, factNames } from '#lib/domain/fact.ts';
import { replay } from '#lib/domain/interview.ts';
import { levels } from '#lib/domain/level.ts';
import { isCounted } from '#lib/domain/move.ts';
import { buildReport } from '#lib/domain/report.ts';
import { type Criterion, criterionSchema } from '#lib/domain/rubric.ts';
import { type Reading, story, TestInterview, testContext } from '#tests/support/domain-fixtures.ts';

const texts = fc.constantFrom(
  story,
  'I went to their lead with the counts, and she put it into the next week.',
  'We did it together and it went fine.',
  "I'd rather not say.",
  'Can you repeat that?',
  'One moment please.',
  'Can I take another story?',
  "I don't have an example.",
  'Because it cost us nine hours a week, I stayed with it until June.',
);

const readings = fc
  .record({
    scores: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 }),
    rating: fc.constantFrom<Rating>(0, 1, 2),
    refused: fc.boolean(),
    disowns: fc.boolean(),
    replyExpected: fc.double({ min: 0, max: 3, noNaN: true }),
    facts: fc.subarray<FactName>([...factNames]),
    noStory: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  })
  .map(
    (drawn): Reading => ({
      expected: (criterion: Criterion) => drawn.scores[criterionSchema.options.indexOf(criterion)] ?? 0,
      rating: () => drawn.rating,
      refused: () => drawn.refused,
      disowns: () => drawn.disowns,
      replyExpected: drawn.replyExpected,
      extra: {
        facts: drawn.facts.map((name) => ({
          name,
          value: null,
          evidence: { turnId: 'c2', quote: story.slice(0, 8), start: 0, end: 8 },
        })),
        flags: drawn.noStory ? ['no_story'] : [],
      },
    }),
  );

const steps = fc.array(
  fc.record({ text: texts, reading: readings, seconds: fc.integer({ min: 1, max: 400 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);
const scenarios = fc.constantFrom('hbdc', 'ownership', 'divedeep', 'deliver');

function hold(
  level: (typeof levels)[number],
  scenario: string,
  plan: { text: string; reading: Reading; seconds: number }[],
) {
  const interview = new TestInterview(level, testContext(scenario));
  for (const { text, reading, seconds } of plan) {
    if (interview.state.phase === 'closing') break;
    interview.say(text, reading, seconds);
  }
  return interview;
}

test('an interview keeps its promises, whatever the candidate says and however it reads', () => {
  fc.assert(
    fc.property(fc.constantFrom(...levels), scenarios, steps, (level, scenario, plan) => {
      const { state, moves, events, context } = hold(level, scenario, plan);
      const counted = moves.filter(isCounted);
      expect(counted.length).toBeLessThanOrEqual(6);
      expect(state.questionsAsked).toBe(counted.length);
      expect(new Set(counted.map(({ wording }) => wording)).size).toBe(counted.length);
      const documented = counted.flatMap((move) =>
        'followUpId' in move && move.followUpId ? [move.followUpId] : [],
      );
      expect(new Set(documented).size).toBe(documented.length);
      if (state.closedBecause === 'covered' || state.closedBecause === 'limit') {
        expect(counted.length).toBeGreaterThanOrEqual(3);
        expect(documented.length).toBeGreaterThanOrEqual(1);
      }
      expect(replay(events, context)).toEqual(state);
    }),
    { numRuns: 400 },
  );
});

test('every interview ends, and within seven turns that are no meta turns', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...levels),
      scenarios,
      fc.array(readings, { minLength: 9, maxLength: 9 }),
      (level, scenario, read) => {
        const plan = read.map((reading, index) => ({
          text: `${story} Part ${index}.`,
          reading,
          seconds: 20,
        }));
        expect(hold(level, scenario, plan).state.phase).toBe('closing');
      },
    ),
    { numRuns: 100 },
  );
});

test('every quote that a debrief shows stands in a turn of the candidate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...levels), scenarios, steps, (level, scenario, plan) => {
      const interview = hold(level, scenario, plan);
      if (interview.state.phase !== 'closing') {
        interview.add({ type: 'ended', at: interview.state.lastAt });
        interview.speak();
      }
      const { state, context } = interview;
      if (!state.assessment) return;
      const report = buildReport(state, state.assessment, context);
      const said = state.turns.filter(({ speaker }) => speaker === 'candidate');
      const shown = [
        ...[...report.pros, ...report.cons, ...report.unknowns, ...report.criteria, ...report.probes].flatMap(
          ({ evidence }) => evidence,
        ),
        ...(report.weakest?.words ?? []),
      ];
      for (const quote of shown) expect(verifyEvidence(quote, said)).toEqual(quote);
      for (const { score, evidence } of report.criteria) if (score) expect(evidence).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});
