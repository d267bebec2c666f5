import type { Library } from '#lib/content/library.ts';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';
import type { SectionExercise } from '#lib/domain/drill/exercise.ts';
import type { ExerciseResult } from '#lib/domain/drill/result.ts';
import { scoreSection, secondsOf } from '#lib/domain/drill/score-section.ts';
import {
  type Framed,
  readLoneSection,
  readSectionInStory,
  type SectionReading,
} from '#lib/domain/drill/section-reading.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { type Section, sections } from '#lib/domain/section.ts';
import { countWords } from '#lib/domain/spoken-time.ts';
import { type Story, storyText } from '#lib/domain/story/story.ts';
import { type Grader, readTelling } from './assess-exercise.ts';

/** Fewer words around a section are no story it could be read in. */
const storyWords = 40;
/** In a story of the person's own: between solid and strong. */
const fullInStory = 2.5;

type Told = Record<Section, string>;

/** A section told: read in the person's own story where there is enough of it, else by itself. */
export async function assessSection(
  grader: Grader,
  { exercise, scenario, story }: { exercise: SectionExercise; scenario: Scenario; story: Story | null },
  { text, spokenSeconds }: Extract<ExerciseAnswer, { type: 'text' }>,
): Promise<ExerciseResult> {
  const { section, clockSeconds } = exercise.task;
  const { rubric } = grader.library;
  const alone = await readTelling(grader, scenario, text);
  const told = story?.content.sections ?? null;
  const inStory = told && countWords(storyText({ ...told, [section]: '' }).text) >= storyWords ? told : null;
  const full = inStory ? null : await referenceValues(grader, scenario, section);
  const readings = inStory
    ? readSectionInStory(section, rubric, await framed(grader, scenario, inStory, section, text))
    : await loneSection(grader, scenario, section, text);
  return scoreSection({
    readings,
    full: ({ criterion }) => full?.get(criterion) ?? fullInStory,
    flags: alone.flags,
    seconds: { spent: secondsOf(text, spokenSeconds), target: clockSeconds },
    rubric,
    engine: alone.engine,
  });
}

async function loneSection(
  grader: Grader,
  scenario: Scenario,
  section: Section,
  text: string,
): Promise<SectionReading[]> {
  const example = exampleOf(scenario);
  return readLoneSection(section, grader.library.rubric, {
    alone: await readTelling(grader, scenario, text),
    framed: await framed(grader, scenario, example, section, text),
    without: await readTelling(grader, scenario, storyText({ ...example, [section]: '' }).text),
  });
}

async function framed(
  grader: Grader,
  scenario: Scenario,
  told: Told,
  section: Section,
  text: string,
): Promise<Framed> {
  const whole = storyText({ ...told, [section]: text });
  const place = whole.places.find((each) => each.section === section) ?? { start: 0, end: 0 };
  return { assessment: await readTelling(grader, scenario, whole.text), place };
}

const references = new WeakMap<Library, Map<string, ReadonlyMap<Criterion, number>>>();

/** What the published section itself is read as, the same way: full marks. Read once a process. */
async function referenceValues(
  grader: Grader,
  scenario: Scenario,
  section: Section,
): Promise<ReadonlyMap<Criterion, number>> {
  const known = references.get(grader.library) ?? new Map<string, ReadonlyMap<Criterion, number>>();
  references.set(grader.library, known);
  const key = `${scenario.id}.${section}`;
  const before = known.get(key);
  if (before) return before;
  const readings = await loneSection(grader, scenario, section, exampleOf(scenario)[section]);
  const values = new Map(readings.map(({ criterion, value }) => [criterion, value]));
  known.set(key, values);
  return values;
}

function exampleOf(scenario: Scenario): Told {
  const told: Told = { situation: '', task: '', action: '', result: '', reflection: '' };
  for (const section of sections) told[section] = scenario.sections[section].strong.trim();
  return told;
}
