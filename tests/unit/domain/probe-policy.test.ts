import { describe, expect, test } from 'vitest';
import type { Evidence } from '#lib/domain/evidence.ts';
import type { Fact } from '#lib/domain/fact.ts';
import type { QuestionMove } from '#lib/domain/move.ts';
import { type Criterion, criterionIn } from '#lib/domain/rubric.ts';
import { type Reading, story, TestInterview, testContext } from '#tests/support/domain-fixtures.ts';

const all =
  <Value extends number>(value: Value) =>
  () =>
    value;
const allBut = (criterion: Criterion, value: number) => (other: Criterion) =>
  other === criterion ? value : 3;
const reading = (change: Partial<Reading> = {}): Reading => ({ expected: all(1), rating: all(1), ...change });

function quoteOf(quote: string): Evidence {
  const start = story.indexOf(quote);
  return { turnId: 'c2', quote, start, end: start + quote.length };
}
const fact = (name: Fact['name'], value: string | null = null): Fact => ({
  name,
  value,
  evidence: quoteOf('I disagreed'),
});

describe('redirect', () => {
  const none = reading({ expected: all(0), extra: { flags: ['no_story'] } });

  test('no story is offered another one once, then the interview closes', () => {
    const interview = new TestInterview();
    expect(interview.say('One should always speak up when one disagrees.', none).kind).toBe('redirect');
    expect(interview.say('As I said, one should speak up.', none)).toMatchObject({
      kind: 'close',
      because: 'no_story',
    });
  });

  test('a story after the redirect is the one that counts', () => {
    const interview = new TestInterview();
    interview.say('One should always speak up when one disagrees.', none);
    const move = interview.say(story, reading());
    expect(['gap', 'probe']).toContain(move.kind);
    expect(interview.state.assessment?.answerTurnId).toBe(interview.state.turns.at(-2)?.id);
    expect(interview.state.questionsAsked).toBe(2);
  });

  test('a reply never turns the story it is about into none', () => {
    const interview = new TestInterview();
    interview.say(story, reading());
    expect(interview.say('I went to the lead.', reading({ extra: { flags: ['no_story'] } })).kind).not.toBe(
      'redirect',
    );
  });

  test('no other story is offered when no question is left for it', () => {
    const interview = new TestInterview();
    const thin = reading({ expected: all(0) });
    for (const text of [story, 'One.', 'Two.', 'Three.', 'Four.']) interview.say(text, thin);
    interview.say('Can I take another story?', thin);
    expect(interview.say('One should always speak up.', none)).toMatchObject({
      kind: 'close',
      because: 'no_story',
    });
  });

  test('a language it cannot follow is said to be so, not called a missing story', () => {
    const interview = new TestInterview();
    const foreign = reading({ extra: { flags: ['unsupported_language'] } });
    expect(interview.say('Trabajo en el equipo de pedidos.', foreign).wording).toContain('English');
  });
});

describe('contradiction', () => {
  const found = { about: 'the counts', first: quoteOf('In March'), second: quoteOf('brought counts') };

  test('is asked about before anything else, once, with both statements', () => {
    const interview = new TestInterview();
    const torn = reading({ extra: { contradictions: [found] } });
    const move = interview.say(story, torn);
    expect(move.kind).toBe('contradiction');
    expect(move.wording).toContain('"In March" and "brought counts"');
    expect(interview.say('It was in April in truth, and I brought them.', torn).kind).not.toBe(
      'contradiction',
    );
  });
});

describe('dig', () => {
  test('a weak reply is dug into twice at most, from another angle, then left', () => {
    const interview = new TestInterview();
    const weak = reading({ expected: allBut('metric', 0), rating: all(0) });
    const first = interview.say(story, weak) as QuestionMove;
    const angles = [1, 2, 3].map(() => interview.say('It got better, I think, for everybody there.', weak));
    expect(first.aims[0]).toBe('metric');
    expect(angles.slice(0, 2)).toMatchObject([
      { kind: 'dig', angle: 1, aims: ['metric'] },
      { kind: 'dig', angle: 2, aims: ['metric'] },
    ]);
    expect(angles[2]?.kind).not.toBe('dig');
    expect(new Set(interview.moves.map(({ wording }) => wording)).size).toBe(interview.moves.length);
  });

  test('a strong reply is not dug into', () => {
    const interview = new TestInterview();
    const strong = reading({ rating: all(2) });
    interview.say(story, strong);
    expect(interview.say('I counted nine failures a week before and two after.', strong).kind).not.toBe(
      'dig',
    );
  });
});

describe('gap', () => {
  test('asks about the open criterion first, with a documented probe whose premise holds', () => {
    const interview = new TestInterview();
    const reads = reading({ expected: allBut('commit', 0), extra: { facts: [fact('decision_made')] } });
    expect(interview.say(story, reads)).toMatchObject({
      kind: 'gap',
      followUpId: 'commit',
      aims: ['commit'],
    });
  });

  test('never asks a documented probe whose premise was not said', () => {
    const interview = new TestInterview();
    const move = interview.say(story, reading({ expected: allBut('commit', 0) }));
    expect(move).toMatchObject({ kind: 'gap', aims: ['commit'], followUpId: null });
  });

  test("fills a slot with the candidate's own noun, never with the published example's", () => {
    const interview = new TestInterview();
    const facts = [fact('resistance'), fact('decider', 'your platform lead')];
    const move = interview.say(story, reading({ expected: allBut('dissent', 0), extra: { facts } }));
    expect(move.wording).toBe('What did you do when your platform lead did not agree?');
  });
});

test('a figure that was volunteered is not asked for again: the question builds on it', () => {
  const interview = new TestInterview();
  const facts = [fact('measured')];
  const move = interview.say(story, reading({ expected: allBut('metric', 0), extra: { facts } }));
  const { questions } = criterionIn(interview.context.rubric, 'metric');
  expect(move).toMatchObject({
    kind: 'gap',
    aims: ['metric'],
    wording: questions[1],
    phrase: { quote: 'I disagreed' },
  });
});

describe('closing', () => {
  test('a complete answer is still asked three questions, one of them documented, then it ends', () => {
    const interview = new TestInterview();
    const complete = reading({ expected: all(3), rating: all(2) });
    const moves = [story, 'First reply.', 'Second reply.', 'Third reply.'].map((text) =>
      interview.say(text, complete),
    );
    expect(moves.at(-1)).toMatchObject({ kind: 'close', because: 'covered' });
    expect(interview.state.questionsAsked).toBe(3);
    expect(moves.some((move) => 'followUpId' in move && move.followUpId !== null)).toBe(true);
  });

  test('six questions are the limit', () => {
    const interview = new TestInterview();
    const thin = reading({ expected: all(0), rating: all(1) });
    const moves = [story, ...Array.from({ length: 6 }, (_, index) => `Reply number ${index}.`)].map((text) =>
      interview.say(text, thin),
    );
    expect(moves.at(-1)).toMatchObject({ kind: 'close', because: 'limit' });
    expect(interview.state.questionsAsked).toBe(6);
  });

  test('two refusals in a row end it early', () => {
    const interview = new TestInterview();
    const closed = reading({ expected: all(0), rating: all(0), refused: () => true });
    interview.say(story, closed);
    expect(interview.say("I'd rather not go into that.", closed).kind).toBe('dig');
    expect(interview.say("I really can't talk about it.", closed)).toMatchObject({
      kind: 'close',
      because: 'refused',
    });
  });

  test('time up: the exchange in hand is finished, then it closes', () => {
    const interview = new TestInterview('sde2', testContext(), 600);
    expect(interview.say(story, reading(), 300).kind).toBe('gap');
    expect(interview.say('A reply that came too late.', reading(), 301)).toMatchObject({
      kind: 'close',
      because: 'time',
    });
    expect(interview.state.assessment?.replies).toHaveLength(1);
  });
});
