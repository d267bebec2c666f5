import { BarRaiserError } from '#lib/domain/errors.ts';
import type { PractisedPrinciple } from '#lib/domain/rubric.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { PlannedQuestion } from './loop-event.ts';

interface Choice {
  id: string;
  principle: PractisedPrinciple;
}

/**
 * The questions of a loop, drawn by `seed` alone. All but one are announced: each for a chosen principle, as many
 * different ones as there are, then their other questions. One is the surprise, never the first: a question that is not
 * announced, as often another one for a chosen principle as one for a principle that was not chosen. The interviewers
 * take turns; which of them begins is drawn. No question comes twice.
 * @param count 2 to 4
 * @throws BarRaiserError bad_request where the library has too few questions for the chosen principles.
 */
export function planQuestions({
  principles,
  count,
  scenarios,
  interviewers,
  seed,
}: {
  principles: readonly PractisedPrinciple[];
  count: number;
  scenarios: readonly Choice[];
  /** ids; two of them */
  interviewers: readonly string[];
  seed: string;
}): PlannedQuestion[] {
  const random = seededRandom(seed);
  const drawn = [...new Set(principles)].map((principle) =>
    shuffled(
      scenarios.filter((scenario) => scenario.principle === principle),
      random,
    ),
  );
  // One question of each principle, then a second one of each.
  const rounds = Math.max(0, ...drawn.map(({ length }) => length));
  const order = shuffled(drawn, random);
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    order.flatMap((pile) => pile[round] ?? []),
  ).flat();
  const announced = inTurn.slice(0, count - 1);
  if (announced.length < count - 1) {
    throw new BarRaiserError(
      'bad_request',
      'The library has too few questions for that. Choose more principles.',
    );
  }
  const fromChosen = inTurn.slice(count - 1);
  const fromOthers = scenarios.filter(({ principle }) => !principles.includes(principle));
  const pools = random() < 0.5 ? [fromChosen, fromOthers] : [fromOthers, fromChosen];
  const pool = pools.find(({ length }) => length > 0) ?? [];
  const surprise = pool[Math.floor(random() * pool.length)];
  if (!surprise) {
    throw new BarRaiserError('bad_request', 'The library has too few questions for a loop.');
  }
  const place = 1 + Math.floor(random() * (count - 1));
  const first = Math.floor(random() * interviewers.length);
  const questions = announced.map(({ id }) => ({ scenarioId: id, announced: true }));
  return questions
    .toSpliced(place, 0, { scenarioId: surprise.id, announced: false })
    .map((question, index) => ({
      ...question,
      interviewer: interviewers[(first + index) % interviewers.length] ?? '',
    }));
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, draw: random() }))
    .sort((one, other) => one.draw - other.draw)
    .map(({ item }) => item);
}
