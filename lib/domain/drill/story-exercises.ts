import { type Criterion, criterionIn, isLabelled, ownCriteria, type Rubric } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { sections } from '#lib/domain/section.ts';
import { firstPrinciple, type Story, storyText } from '#lib/domain/story/story.ts';
import type { Exercise } from './exercise.ts';
import { kindSeconds } from './library-exercises.ts';
import { sectionExercise } from './section-exercise.ts';
import { hidesWho } from './voice.ts';

/** A story is practised for the principles it fits best. */
const principlesAtMost = 2;

/**
 * The exercises of a person's own story: each section told again, the question about each criterion of its own
 * principles and about what was learnt, sections that hide who did what, and its result's numbers.
 * In: the scenario the story is read against (its first principle's where the library has one).
 */
export function storyExercises(story: Story, scenario: Scenario, rubric: Rubric): Exercise[] {
  const { id, content } = story;
  const common = {
    principle: firstPrinciple(content) ?? scenario.principle,
    question: scenario.question,
    scenarioId: scenario.id,
    story: { id, title: content.title },
  };
  const { text } = storyText(content.sections);
  const told: Exercise[] = sections.map((section) =>
    sectionExercise(
      { ...common, id: `section.story.${id}.${section}` },
      scenario,
      section,
      content.sections[section],
    ),
  );
  if (text === '') return told;
  const asked: Criterion[] = [
    ...content.principles.slice(0, principlesAtMost).flatMap((principle) => ownCriteria[principle]),
    'reflection',
  ];
  const probes: Exercise[] = asked.filter(isLabelled).map((criterion) => {
    const described = criterionIn(rubric, criterion);
    return {
      ...common,
      id: `probe.story.${id}.${criterion}`,
      kind: 'probe',
      targetSeconds: kindSeconds.probe,
      task: { asked: described.questions[0] ?? described.looks_for, told: text },
      key: { probes: described.looks_for, aims: [criterion], followUpId: null, weak: null, strong: null },
    };
  });
  const rewrites: Exercise[] = sections
    .filter((section) => hidesWho(content.sections[section]))
    .map((section) => ({
      ...common,
      id: `rewrite.story.${id}.${section}`,
      kind: 'rewrite',
      targetSeconds: kindSeconds.rewrite,
      task: { passage: content.sections[section], facts: null },
      key: { example: null },
    }));
  const numbers: Exercise = {
    ...common,
    id: `numbers.story.${id}`,
    kind: 'numbers',
    targetSeconds: kindSeconds.numbers,
    task: { passage: content.sections.result, facts: null },
    key: { example: null },
  };
  return [...told, ...probes, ...rewrites, ...(content.sections.result === '' ? [] : [numbers])];
}

/** The id of the story an exercise is drawn from, or null for one of the library's. */
export function storyIdOf(exerciseId: string): string | null {
  const [, source, storyId] = exerciseId.split('.');
  return source === 'story' ? (storyId ?? null) : null;
}
