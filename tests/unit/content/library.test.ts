import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findScenario, loadLibrary, scenarioAliases } from '#lib/content/library.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { criterionSchema, practisedPrincipleSchema } from '#lib/domain/rubric.ts';

const content = join(import.meta.dirname, '..', '..', '..', 'content');
const example = join('scenarios', 'have-backbone-unpopular-opinion.yaml');
const made: string[] = [];

/** A copy of the library, with one file changed. */
function copyWith(file: string, change: (text: string) => string): string {
  const directory = mkdtempSync(join(tmpdir(), 'library-'));
  made.push(directory);
  cpSync(content, directory, { recursive: true });
  writeFileSync(join(directory, file), change(readFileSync(join(directory, file), 'utf8')));
  return directory;
}

function faultOf(load: () => unknown): { code: string; message: string } {
  try {
    load();
  } catch (error) {
    if (BarRaiserError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

describe('loadLibrary', () => {
  it('holds the scenarios in the order of the principles, first those of the rated questions', () => {
    const { scenarios } = loadLibrary();
    const order = practisedPrincipleSchema.options;
    const places = scenarios.map(({ principle }) => order.indexOf(principle));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const firsts = order.map(
      (principle) => scenarios.find((scenario) => scenario.principle === principle)?.id,
    );
    expect(firsts).toEqual(expect.arrayContaining(Object.values(scenarioAliases)));
  });

  it('reads a directory once', () => {
    const directory = copyWith(example, (text) => text);
    expect(loadLibrary(directory)).toBe(loadLibrary(directory));
    expect(loadLibrary(directory)).not.toBe(loadLibrary());
  });

  it('finds its own content from any working directory', () => {
    const elsewhere = copyWith(example, (text) => text);
    const module = join(import.meta.dirname, '..', '..', '..', 'lib', 'content', 'library.ts');
    const script = `import { loadLibrary } from ${JSON.stringify(module)};
      console.log(loadLibrary().scenarios.length, loadLibrary().rubric.criteria.length);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: elsewhere });
    expect(printed.toString().trim()).toBe(
      `${loadLibrary().scenarios.length} ${criterionSchema.options.length}`,
    );
  });

  it('names the file and the place when a scenario breaks its schema', () => {
    const directory = copyWith(example, (text) => text.replace('target_seconds: 30', 'target_seconds: soon'));
    const { code, message } = faultOf(() => loadLibrary(directory));
    expect(code).toBe('internal');
    expect(message).toContain('have-backbone-unpopular-opinion.yaml');
    expect(message).toContain('sections.situation.target_seconds');
  });

  it('refuses a key it does not know', () => {
    const directory = copyWith(example, (text) => `${text}\nprincipal: ownership\n`);
    expect(faultOf(() => loadLibrary(directory)).message).toContain('principal');
  });

  it('names the file when it is no YAML', () => {
    const directory = copyWith('rubric/dive-deep.yaml', () => 'criteria: [');
    expect(faultOf(() => loadLibrary(directory))).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('dive-deep.yaml'),
    });
  });

  it('refuses a scenario whose file has another name', () => {
    const directory = copyWith(example, (text) => text.replace(/^id: .*/m, 'id: another-name'));
    expect(faultOf(() => loadLibrary(directory)).message).toContain('another-name');
  });

  it('says so when there is no library', () => {
    expect(faultOf(() => loadLibrary(join(content, 'missing'))).code).toBe('internal');
  });
});

describe('findScenario', () => {
  it.each([
    ['hbdc', 'have-backbone-disagree-and-commit'],
    ['ownership', 'ownership'],
    ['divedeep', 'dive-deep'],
    ['deliver', 'deliver-results'],
    ['dive-deep-cause-in-the-details', 'dive-deep'],
  ])('%s is the scenario for %s', (idOrAlias, principle) => {
    expect(findScenario(loadLibrary(), idOrAlias).principle).toBe(principle);
  });

  it.each(['', 'nothing', 'constructor', '__proto__', 'HBDC'])('%j is unknown', (idOrAlias) => {
    expect(faultOf(() => findScenario(loadLibrary(), idOrAlias)).code).toBe('unknown_scenario');
  });
});
