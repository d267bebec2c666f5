import type { Library } from '#lib/content/library.ts';
import { listStories } from '#lib/db/stories.ts';
import type { Exercise } from '#lib/domain/drill/exercise.ts';
import { libraryExercises } from '#lib/domain/drill/library-exercises.ts';
import { storyExercises, storyIdOf } from '#lib/domain/drill/story-exercises.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { firstPrinciple, type Story } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '../context.ts';
import { ownStory } from '../story/own-story.ts';

const derived = new WeakMap<Library, ReadonlyMap<string, Exercise>>();

/** The library's exercises by id, derived once a process. */
export function exercisesOf(library: Library): ReadonlyMap<string, Exercise> {
  const known = derived.get(library);
  if (known) return known;
  const exercises = new Map(
    library.scenarios.flatMap(libraryExercises).map((exercise) => [exercise.id, exercise]),
  );
  derived.set(library, exercises);
  return exercises;
}

/** Everything the owner can practise: the library's exercises, then those of their own stories. */
export async function allExercises(context: ServiceContext): Promise<Exercise[]> {
  const { database, library, ownerId } = context;
  const stories = ownerId === null ? [] : await listStories(database, ownerId);
  return [
    ...exercisesOf(library).values(),
    ...stories.flatMap((story) => exercisesFromStory(library, story)),
  ];
}

/**
 * One exercise, with the story where it is drawn from one of the owner's.
 * @throws BarRaiserError unknown_exercise, for one of someone else's story too.
 */
export async function findExercise(
  context: ServiceContext,
  exerciseId: string,
): Promise<{ exercise: Exercise; scenario: Scenario; story: Story | null }> {
  const { library } = context;
  const storyId = storyIdOf(exerciseId);
  const story = storyId === null ? null : await storyOrNull(context, storyId);
  const exercise = story
    ? exercisesFromStory(library, story).find(({ id }) => id === exerciseId)
    : exercisesOf(library).get(exerciseId);
  const scenario = library.scenarios.find(({ id }) => id === exercise?.scenarioId);
  if (exercise && scenario) return { exercise, scenario, story };
  throw new BarRaiserError('unknown_exercise', 'There is no such exercise.');
}

function exercisesFromStory(library: Library, story: Story): Exercise[] {
  const principle = firstPrinciple(story.content);
  const scenario = library.scenarios.find((each) => each.principle === principle) ?? library.scenarios[0];
  return scenario ? storyExercises(story, scenario, library.rubric) : [];
}

async function storyOrNull(context: ServiceContext, storyId: string): Promise<Story | null> {
  try {
    return await ownStory(context, storyId);
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') return null;
    throw error;
  }
}
