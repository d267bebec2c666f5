import { describe, expect, test } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { reveal } from '#lib/domain/drill/answered.ts';
import { type Exercise, exerciseKinds, taskOf } from '#lib/domain/drill/exercise.ts';
import { scoreFlaw } from '#lib/domain/drill/score-flaw.ts';
import { locateQuote } from '#lib/domain/evidence.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import { assessExercise } from '#lib/services/drill/assess-exercise.ts';
import { exercisesOf } from '#lib/services/drill/exercises.ts';

const library = loadLibrary();
const exercises = [...exercisesOf(library).values()];
const grader = { reader: createEmbeddedEngine(), library };

async function scoreOf(exercise: Exercise, text: string): Promise<number> {
  const scenario = library.scenarios.find(({ id }) => id === exercise.scenarioId);
  if (!scenario) throw new Error(`${exercise.id} has no scenario.`);
  const answer = { type: 'text', text, spokenSeconds: null } as const;
  return (await assessExercise(grader, { exercise, scenario, story: null }, answer)).score ?? 0;
}

test('every scenario gives exercises of every kind, rewriting where its weak answer hides who did what; derived once', () => {
  expect(exercisesOf(library)).toBe(exercisesOf(library));
  for (const { id } of library.scenarios) {
    const kinds = exercises.filter(({ scenarioId }) => scenarioId === id).map(({ kind }) => kind);
    const always = exerciseKinds.filter((kind) => kind !== 'rewrite');
    expect(new Set([...kinds, 'rewrite']), id).toEqual(new Set([...always, 'rewrite']));
  }
  expect(exercises.filter(({ kind }) => kind === 'rewrite').length).toBeGreaterThanOrEqual(10);
  expect(exercisesOf(library).has('rewrite.have-backbone-unpopular-opinion')).toBe(true);
});

test('an exercise gives nothing away before it is answered', () => {
  for (const exercise of exercises) {
    expect(Object.keys(taskOf(exercise))).not.toContain('key');
    expect(reveal(exercise).kind).toBe(exercise.kind);
    expect(exercise.id).toMatch(/^[a-z]+\.[a-z0-9-]+(?:\.[a-z0-9_]+)?$/);
  }
});

describe('spot the flaw', () => {
  const flaws = exercises.flatMap((exercise) => (exercise.kind === 'flaw' ? [exercise] : []));
  test.each(flaws.map((exercise) => [exercise.id, exercise] as const))('%s can be solved', (_, exercise) => {
    const places = exercise.key.flaws.flatMap(({ quote }) => locateQuote(quote, exercise.task.text) ?? []);
    expect(scoreFlaw(exercise, places).score).toBe(1);
    expect(scoreFlaw(exercise, [{ start: 0, end: exercise.task.text.length }]).score).toBeLessThan(0.1);
  });
});

test('of the documented replies the strong one is rated above the weak one, nearly always', async () => {
  const probes = exercises.flatMap((exercise) => (exercise.kind === 'probe' ? [exercise] : []));
  let above = 0;
  for (const probe of probes) {
    const { strong, weak } = probe.key;
    if ((await scoreOf(probe, strong?.reply ?? '')) > (await scoreOf(probe, weak?.reply ?? ''))) above += 1;
  }
  expect(above / probes.length).toBeGreaterThan(0.9);
}, 60_000);

test('a weak passage handed in as it is earns little, whatever is practised with it', async () => {
  const passages = exercises.flatMap((exercise) =>
    exercise.kind === 'rewrite' || exercise.kind === 'numbers' ? [exercise] : [],
  );
  const scores: number[] = [];
  for (const exercise of passages) scores.push(await scoreOf(exercise, exercise.task.passage));
  expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeLessThan(0.3);
  expect(scores.filter((score) => score >= 0.7)).toEqual([]);
}, 60_000);
