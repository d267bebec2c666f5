import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import type { Move } from '#lib/domain/move.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import { checkSpeech } from '#lib/domain/speech-check.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import { openingOf } from '#lib/engines/embedded/openings.ts';
import { speak, utterance } from '#lib/engines/embedded/speak.ts';
import { loadWordings } from '#lib/engines/embedded/wordings.ts';
import { asking, barRaiserTurn, phraseOf, toldStory } from '#tests/support/bar-raiser-moves.ts';
import { benchRows, candidateTurn } from '#tests/support/bench.ts';
import { testContext } from '#tests/support/domain-fixtures.ts';
import { spokenInterview } from '#tests/support/spoken-interview.ts';

const library = loadLibrary();
const scenario = findScenario(library, 'hbdc');
const wordings = loadWordings();
const transcript = toldStory(
  'In March our nightly export lost 412 rows. I told Deepa that we should stop it. We wrote the fix in five days.',
);
const say = (move: Move, told: Transcript = transcript, seed = 'seed') =>
  utterance(move, told, scenario, { wordings, random: seededRandom(seed) });
const seeds = Array.from({ length: 30 }, (_, index) => `seed ${index}`);

describe('questions', () => {
  const phrase = phraseOf(transcript, 'We wrote the fix');
  const move = asking('dig', 'Which part of that was yours?', { aims: ['ownership'], phrase });

  test("hang on the candidate's own words", () => {
    const said = seeds.map((seed) => say(move, transcript, seed));
    expect(said.filter((text) => text.includes('"We wrote the fix in five days"')).length).toBeGreaterThan(
      15,
    );
    for (const text of said) expect(text.endsWith(move.wording)).toBe(true);
  });

  test('vary by the source of randomness alone', () => {
    expect(say(move)).toBe(say(move));
    expect(new Set(seeds.map((seed) => say(move, transcript, seed))).size).toBeGreaterThan(4);
  });

  test('fall back on the wording where nothing composed passes', () => {
    const odd = asking('gap', 'Did it work?', { aims: ['metric'] });
    expect(say(odd)).toBe('Did it work?');
  });
});

describe('a contradiction', () => {
  const told = toldStory('It took two weeks in total. Later we found that the whole thing took a quarter.');
  const move: Move = {
    kind: 'contradiction',
    reason: 'test',
    wording:
      'I noted two things about how long it took: "took two weeks" and "took a quarter". How do the two fit together?',
    aims: ['specificity'],
    followUpId: null,
    phrase: phraseOf(told, 'It took two weeks'),
    other: phraseOf(told, 'the whole thing took a quarter'),
  };

  test('names both statements and asks one open question', () => {
    for (const seed of seeds) {
      const text = say(move, told, seed);
      expect(text).toContain('"It took two weeks"');
      expect(text).toContain('"the whole thing took a quarter"');
      expect(text.match(/\?/g)).toHaveLength(1);
    }
  });
});

describe('meta turns', () => {
  const question = 'You said "We wrote the fix in five days". Which part of that was yours?';
  const asked = [
    ...transcript,
    barRaiserTurn('b1', question, asking('dig', 'Which part of that was yours?', { aims: ['ownership'] })),
    candidateTurn('m1', 'Can you repeat that?', 'meta'),
  ];
  const meta = (kind: 'repeat' | 'clarify' | 'wait', wording: string): Move => ({
    kind: 'meta',
    meta: kind,
    reason: 'test',
    wording,
  });

  test('repeat says the question again word for word', () => {
    for (const seed of seeds) {
      const text = say(meta('repeat', 'Of course. Which part of that was yours?'), asked, seed);
      expect(text.endsWith(question)).toBe(true);
    }
  });

  test("repeat after the opening says the scenario's question", () => {
    const text = say(meta('repeat', `Of course. ${scenario.question}`), transcript.slice(0, 1));
    expect(text.endsWith(scenario.question)).toBe(true);
  });

  test('clarify asks the same in other words', () => {
    const text = say(meta('clarify', 'Which part of that was yours?'), asked);
    expect(text).toContain(wordings.clarify.criteria.ownership);
    expect(text).not.toContain(question);
  });

  test('other kinds are answered with their fixed words', () => {
    expect(say(meta('wait', 'Take the time you need.'), asked)).toBe('Take the time you need.');
  });
});

test('the pieces joined are the utterance, cut after sentences', async () => {
  const move = asking('dig', 'Which part of that was yours?', {
    aims: ['ownership'],
    phrase: phraseOf(transcript, 'We wrote the fix'),
  });
  const pieces: string[] = [];
  for await (const piece of speak(move, transcript, scenario, {
    level: 'sde2',
    random: seededRandom('seed'),
  })) {
    pieces.push(piece);
  }
  expect(pieces.join('')).toBe(say(move));
  expect(pieces.at(-1)).toBe('Which part of that was yours?');
});

describe('whole interviews on real answers', () => {
  const rows = [...benchRows('dev'), ...benchRows('train')];
  const replies = rows.flatMap(({ followups }) => followups.map(({ reply }) => reply));
  const asides = ['Can you repeat that?', 'What do you mean?', 'One moment please.', "I'd rather not say."];

  test('everything said passes the check, and no opening is heard twice in a row', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.array(
          fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...replies) }, fc.constantFrom(...asides)),
          {
            minLength: 8,
            maxLength: 14,
          },
        ),
        fc.string({ maxLength: 6 }),
        (row, texts, seed) => {
          const { scenario: own } = testContext(row.question);
          const turns = spokenInterview(seed, [row.answer, ...texts], testContext(row.question));
          const openings: string[] = [];
          turns.forEach((turn, index) => {
            if (turn.speaker !== 'bar_raiser') return;
            const context = {
              move: turn.move,
              transcript: turns.slice(0, index),
              example: publishedExample(own),
            };
            expect(checkSpeech(turn.text, context), turn.text).toEqual([]);
            if (turn.move.kind !== 'meta') openings.push(openingOf(turn.text));
          });
          openings.forEach((opening, index) => {
            expect(opening).not.toBe(openings[index - 1]);
          });
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
