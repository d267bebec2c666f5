import { describe, expect, it } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import type { Move } from '#lib/domain/move.ts';
import { commonCriteria, isLabelled, labelledPrinciples, ownCriteria } from '#lib/domain/rubric.ts';
import { speechProblems } from '#lib/domain/speech-problem.ts';
import { answerPrompt, replyPrompt } from '#lib/engines/model/grader-prompt.ts';
import { gradesSchema } from '#lib/engines/model/grading-schema.ts';
import { loadPrompt } from '#lib/engines/model/prompts.ts';
import { isSpokenByModel, type SpokenMove, speechPrompt } from '#lib/engines/model/speech-prompt.ts';
import { asking, barRaiserTurn, openingMove, phraseOf, toldStory } from '#tests/support/bar-raiser-moves.ts';
import { candidateTurn } from '#tests/support/bench.ts';

const library = loadLibrary();
const { rubric } = library;
const scenario = findScenario(library, 'hbdc');
const transcript = toldStory(
  'We lost 412 rows a week. I wrote the fix. It took two weeks. It took a quarter.',
);
const gaps = /\{[a-z_]+\}|undefined|\[object|NaN/u;

const wording = 'What did the numbers look like before?';
const phrase = phraseOf(transcript, 'I wrote the fix');
const all: Move[] = [
  { kind: 'redirect', reason: 'No story.', wording: 'Which story of your own comes closest to that?' },
  {
    ...asking('gap', 'How do the two fit together?', { phrase: phraseOf(transcript, 'two weeks') }),
    kind: 'contradiction',
    other: phraseOf(transcript, 'a quarter'),
  },
  ...(['dig', 'gap', 'probe', 'depth'] as const).flatMap((kind) => [
    asking(kind, wording),
    asking(kind, wording, { phrase }),
  ]),
];
const moves = all.filter(isSpokenByModel);

function speech(
  move: SpokenMove,
  change: { shown?: string[]; problems?: typeof speechProblems | null; level?: Level } = {},
) {
  return speechPrompt(loadPrompt('bar-raiser'), {
    move,
    transcript,
    scenario,
    level: change.level ?? 'sde2',
    shown: change.shown ?? [],
    problems: change.problems ?? null,
  });
}

describe('the prompt of the bar raiser', () => {
  it('is this, for one move', () => {
    expect(
      speech(asking('gap', wording, { phrase })).request,
    ).toBe(`They interview for SDE2. For you alone: the principle is Have Backbone; Disagree and Commit. The interview opened with: Tell me about a time you raised an unpopular opinion and stood by it.

The mark of this request is =====5427169e

=====5427169e BAR RAISER
${openingMove.wording}

=====5427169e CANDIDATE
We lost 412 rows a week. I wrote the fix. It took two weeks. It took a quarter.

=====5427169e PHRASE
I wrote the fix

=====5427169e REASON FOR THE MOVE
test

=====5427169e NEUTRAL QUESTION
What did the numbers look like before?

=====5427169e END

Your move now: gap - this has not come up in their story, or only thinly. Ask what NEUTRAL QUESTION asks, put the way it would be put about this story; what they have said of it since is not asked for again. Hang it on PHRASE if that helps; a few of their own words are enough.`);
  });

  it('has no gap for any move, level, problem or shown words, and ends in the move', () => {
    for (const move of moves) {
      for (const level of levels) {
        for (const change of [
          {},
          { problems: speechProblems },
          { problems: speechProblems, shown: ['You wrote it.'] },
        ]) {
          const { instructions, request } = speech(move, { ...change, level });
          expect(`${instructions}${request}`).not.toMatch(gaps);
          expect(request.split('\n').at(-1)).toMatch(new RegExp(`^Your move now: ${move.kind} - `, 'u'));
          expect(request.includes('ALREADY SAID')).toBe('shown' in change);
          expect(request.includes('set aside')).toBe('problems' in change);
          expect(request.includes(' PHRASE\n')).toBe('phrase' in move && move.phrase !== null);
        }
      }
    }
  });

  it('begins with the same words for every interview, so that a server can keep them', () => {
    expect(new Set(moves.map((move) => speech(move).instructions)).size).toBe(1);
  });
});

/** Whether a line of the examples gives a criterion a score, in short or in the form of the answer. */
function saysScore(line: string, criterion: string, score: number): boolean {
  const short = new RegExp(
    `^- (?:${criterion}: .*|nothing: (?:.*, )?${criterion}(?:, .*)?) -> ${score}$`,
    'u',
  );
  return short.test(line) || new RegExp(`^\\{?"${criterion}":\\{.*"score":"${score}"\\}`, 'u').test(line);
}

describe('the prompts of the graders', () => {
  const ratedScenarios = labelledPrinciples.flatMap(
    (principle) => library.scenarios.find((one) => one.principle === principle) ?? [],
  );
  const signals = { contradictions: [], flags: [] };
  const flagged = {
    contradictions: [{ about: 'how long it took', first: phrase, second: phrase }],
    flags: ['instructions_in_answer' as const, 'matches_published_example' as const],
  };

  it.each(library.scenarios.map((one) => [one.principle, one] as const))(
    'have no gap for %s',
    (principle, one) => {
      for (const [id, criteria] of [
        ['grader-common', commonCriteria],
        ['grader-own', ownCriteria[principle]],
      ] as const) {
        for (const unproven of [[], criteria]) {
          for (const read of [signals, flagged]) {
            const material = {
              scenario: one,
              rubric,
              criteria,
              answer: 'I wrote it. We tested it.',
              signals: read,
              unproven,
            };
            const { instructions, request } = answerPrompt(loadPrompt(id), material);
            expect(`${instructions}${request}`).not.toMatch(gaps);
            expect(request.includes('You have read this answer before')).toBe(unproven.length > 0);
            expect(request.includes('word for word in a published example')).toBe(read === flagged);
            for (const criterion of criteria.filter(isLabelled)) {
              for (const score of [0, 1, 2, 3]) {
                const shown = instructions.split('\n').filter((line) => saysScore(line, criterion, score));
                expect(shown.length, `${criterion} at ${score}`).toBeGreaterThanOrEqual(2);
              }
            }
          }
        }
      }
    },
  );

  it('say what the text counts, and none of what the embedded engine makes of it', () => {
    const material = {
      scenario,
      rubric,
      criteria: commonCriteria,
      answer: 'I wrote it. We tested it.',
      signals,
      unproven: [],
    };
    const { request } = answerPrompt(loadPrompt('grader-common'), material);
    expect(request).toContain('Counted in it: 6 words, "I" 1, "we" 1.');
    expect(request).not.toContain('Facts');
  });

  it('show at least two examples in the form of the answer, one with two quotes for a score', () => {
    for (const one of ratedScenarios) {
      for (const [id, criteria] of [
        ['grader-common', commonCriteria],
        ['grader-own', ownCriteria[one.principle]],
      ] as const) {
        const material = { scenario: one, rubric, criteria, answer: 'I wrote it.', signals, unproven: [] };
        const { instructions } = answerPrompt(loadPrompt(id), material);
        const formed = [...instructions.matchAll(/Graded:\n(\{[\s\S]*?\})(?=\n\n)/gu)].map(([, json]) =>
          gradesSchema(criteria).parse(JSON.parse(json ?? '')),
        );
        expect(formed.length).toBeGreaterThanOrEqual(2);
        const counts = formed
          .flatMap((graded) => Object.values(graded))
          .map(({ evidence }) => evidence.length);
        expect(Math.max(...counts)).toBe(2);
      }
    }
  });

  it('tell a principle what holds for its own criteria alone', () => {
    const told = ratedScenarios.map((one) =>
      ['commit counts whichever way', 'long_term may', 'weak check', '"we delivered" counts'].map((words) =>
        answerPrompt(loadPrompt('grader-own'), {
          scenario: one,
          rubric,
          criteria: ownCriteria[one.principle],
          answer: 'I wrote it.',
          signals,
          unproven: [],
        }).instructions.includes(words),
      ),
    );
    for (const holds of told) expect(holds.filter(Boolean)).toHaveLength(1);
    expect(new Set(told.map((holds) => holds.indexOf(true))).size).toBe(ratedScenarios.length);
  });

  it('say that a principle without rated answers has no examples, and what holds for its criteria', () => {
    const one = { ...scenario, principle: 'frugality' as const };
    const { instructions, request } = answerPrompt(loadPrompt('grader-own'), {
      ...{ scenario: one, rubric, criteria: ownCriteria.frugality, answer: 'I wrote it.' },
      ...{ signals, unproven: [] },
    });
    expect(instructions).not.toMatch(gaps);
    expect(instructions).toContain('There are none for this principle.');
    expect(instructions).toContain('resourcefulness asks for an idea');
    expect(instructions).not.toContain('Graded:');
    expect(request).toContain('resourcefulness, cost_discipline');
  });

  it('show a rater the exchanges before, each inside the fence', () => {
    const question = barRaiserTurn('b2', 'What then?', asking('gap', wording));
    const { request } = replyPrompt(loadPrompt('reply-rating'), {
      scenario,
      rubric,
      exchange: { question, reply: candidateTurn('c2', 'As I said.') },
      earlier: [{ question: 'Who decided?', reply: 'Our CTO did.' }],
      answer: 'I wrote the fix.',
      reply: 'As I said.',
      aims: [],
      again: false,
    });
    expect(request).toMatch(
      /STORY\nI wrote the fix\.\n\n=+\S+ EARLIER QUESTION\nWho decided\?\n\n=+\S+ EARLIER REPLY\nOur CTO did\.\n\n=+\S+ QUESTION\nWhat then\?\n\n=+\S+ REPLY\nAs I said\./u,
    );
    expect(request.split('\n').at(-1)).toBe(
      'Rate the part REPLY: quote from REPLY only, and score no criterion.',
    );
  });

  it('rate a reply beside the story, the question and what it is after', () => {
    const question = barRaiserTurn(
      'b1',
      'What would you do another way?',
      asking('gap', wording, { followUpId: 'different' }),
    );
    const exchange = { question, reply: candidateTurn('c1', 'Count first.') };
    for (const again of [false, true]) {
      for (const aims of [[], ['reflection' as const]]) {
        const { instructions, request } = replyPrompt(loadPrompt('reply-rating'), {
          scenario,
          rubric,
          exchange,
          earlier: [],
          answer: 'I wrote the fix.',
          reply: 'Count first.',
          aims,
          again,
        });
        expect(`${instructions}${request}`).not.toMatch(gaps);
        expect(request).toContain('Self-awareness and continuous improvement');
        expect(request).toMatch(
          /STORY\nI wrote the fix\.\n\n=+\S+ QUESTION\nWhat would you do another way\?\n\n=+\S+ REPLY\nCount first\./u,
        );
        expect(request.includes('(Reflection)')).toBe(aims.length > 0);
        expect(request.endsWith('score exactly these criteria: reflection.')).toBe(aims.length > 0);
        expect(request.includes('You have read this reply before')).toBe(again);
      }
    }
  });
});
