import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type InterviewerScript, interviewerScriptSchema } from '#lib/domain/interviewer-script.ts';
import { ownCriteria, type Rubric, rubricSchema } from '#lib/domain/rubric.ts';
import { type Scenario, scenarioSchema } from '#lib/domain/scenario.ts';

export interface Library {
  readonly scenarios: readonly Scenario[];
  readonly rubric: Rubric;
  readonly script: InterviewerScript;
}

/** The short names of the four first scenarios, as the graded answers and the command line use them. */
export const scenarioAliases: Readonly<Record<string, string>> = {
  hbdc: 'have-backbone-unpopular-opinion',
  ownership: 'ownership-outside-responsibility',
  divedeep: 'dive-deep-cause-in-the-details',
  deliver: 'deliver-results-serious-obstacles',
};

const loaded = new Map<string, Library>();

/**
 * The scenario library and the rubric, read once per directory and process.
 * @param directory holds `rubric/*.yaml`, `interviewer.yaml` and `scenarios/*.yaml`; by default the project's own `content`.
 * @returns the scenarios in the order of their principles in the rubric, then those with rated answers, then by id.
 * @throws BarRaiserError `internal`, naming the file, when one is missing, is no YAML or breaks its schema.
 */
export function loadLibrary(directory: string = defaultDirectory()): Library {
  const known = loaded.get(directory);
  if (known) return known;
  const library: Library = {
    rubric: readRubric(join(directory, 'rubric')),
    script: readContent(join(directory, 'interviewer.yaml'), interviewerScriptSchema),
    scenarios: readScenarios(join(directory, 'scenarios')),
  };
  loaded.set(directory, library);
  return library;
}

/**
 * The scenario with this id, or the one a short name stands for.
 * @throws BarRaiserError `unknown_scenario` when the library has neither.
 */
export function findScenario(library: Library, idOrAlias: string): Scenario {
  const id = Object.hasOwn(scenarioAliases, idOrAlias) ? scenarioAliases[idOrAlias] : idOrAlias;
  const found = library.scenarios.find((scenario) => scenario.id === id);
  if (!found) {
    const ids = library.scenarios.map((scenario) => scenario.id).join(', ');
    throw new BarRaiserError('unknown_scenario', `There is no such scenario. The library has: ${ids}.`);
  }
  return found;
}

/**
 * Run as a script, the module knows where it lies; bundled, its own place means nothing and the project root is the
 * working directory.
 */
export function defaultDirectory(): string {
  const besideModule = import.meta.dirname ? join(import.meta.dirname, '..', '..', 'content') : null;
  return besideModule && existsSync(join(besideModule, 'rubric'))
    ? besideModule
    : join(process.cwd(), 'content');
}

/** The criteria of every question, then the two of each principle: one file for the former, one a principle. */
function readRubric(directory: string): Rubric {
  const parts = ['common', ...Object.keys(ownCriteria)].map((name) =>
    readContent(join(directory, `${name}.yaml`), rubricSchema),
  );
  return {
    version: Math.max(...parts.map(({ version }) => version)),
    criteria: parts.flatMap(({ criteria }) => criteria),
  };
}

function readScenarios(directory: string): Scenario[] {
  const principles = Object.keys(ownCriteria);
  const rated = new Set(Object.values(scenarioAliases));
  return attempt(directory, () => readdirSync(directory))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const scenario = readContent(join(directory, name), scenarioSchema);
      if (`${scenario.id}.yaml` !== name) {
        throw new BarRaiserError(
          'internal',
          `${name}: a scenario's file is named after its id, ${scenario.id}.`,
        );
      }
      return scenario;
    })
    .sort(
      (one, other) =>
        principles.indexOf(one.principle) - principles.indexOf(other.principle) ||
        Number(rated.has(other.id)) - Number(rated.has(one.id)),
    );
}

export function readContent<Content>(file: string, schema: z.ZodType<Content>): Content {
  const parsed = schema.safeParse(attempt(file, () => parse(readFileSync(file, 'utf8'))));
  if (!parsed.success) {
    throw new BarRaiserError('internal', `${basename(file)} is broken.\n${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
  return parsed.data;
}

function attempt<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new BarRaiserError('internal', `${basename(file)} cannot be read.`, { cause });
  }
}
