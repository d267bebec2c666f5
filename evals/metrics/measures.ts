import type { SuiteId } from '#evals/suites/finding.ts';
import { levels } from '#lib/domain/level.ts';
import { type Criterion, commonCriteria, labelledCriteria } from '#lib/domain/rubric.ts';

/** Raised when a number comes to mean something else: runs of different versions are never compared. */
export const metricsVersion = 1;

/**
 * From what a measure is computed: a share of counted things, the agreement in a table, or the mean agreement of several;
 * alpha is that of repeats of the same answer with each other.
 */
export type Source =
  | { kind: 'share'; share: string }
  | { kind: 'kappa'; tables: readonly string[] }
  | { kind: 'worst-kappa'; tables: readonly string[] }
  | { kind: 'alpha'; tables: readonly string[] }
  | { kind: 'order' };

/**
 * The family in which a fall fails a run. primary: what the product promises. criterion: the same for each criterion
 * alone. watched: shown, never failing by itself.
 */
export type Family = 'primary' | 'criterion' | 'watched';

export interface Measure {
  id: string;
  name: string;
  suite: SuiteId;
  source: Source;
  better: 'higher' | 'lower' | 'near_zero';
  family: Family;
  /** A fall of this size must be ruled out for a run to pass; one that can neither be shown nor ruled out is inconclusive. */
  margin: number;
  /** As a share: shown in per cent. */
  percent: boolean;
}

const common: readonly Criterion[] = commonCriteria;
const criterionTable = (criterion: Criterion) => `criterion:${criterion}`;
const allTables = labelledCriteria.map(criterionTable);

type Options = Partial<Pick<Measure, 'better' | 'family' | 'margin'>>;

function kappa(id: string, name: string, tables: readonly string[], options: Options = {}): Measure {
  return {
    ...{ id, name, suite: 'gold', source: { kind: 'kappa', tables }, percent: false },
    ...{ better: 'higher', family: 'watched', margin: 0.03, ...options },
  };
}

function share(suite: SuiteId, id: string, name: string, options: Options = {}): Measure {
  return {
    ...{ id, name, suite, source: { kind: 'share', share: id }, percent: true },
    ...{ better: 'higher', family: 'watched', margin: 0.05, ...options },
  };
}

const transforms = [
  'no_reflection',
  'no_result',
  'no_numbers',
  'we',
  'hypothetical',
  'padded',
  'stronger',
  'paraphrase',
  'asr',
] as const;
const attackFamilies = [
  'degenerate',
  'no_story',
  'injection',
  'stuffing',
  'fluent_empty',
  'stolen_example',
  'contradiction',
  'other_language',
  'plain_strong',
] as const;
const words = (id: string) => id.replaceAll('_', ' ');

/** Every number of a report, in its order. */
export const measures: readonly Measure[] = [
  kappa('macro-kappa', 'Agreement on scores, mean of 16 criteria', allTables, { family: 'primary' }),
  kappa('common-kappa', 'Agreement on the eight common criteria', common.map(criterionTable)),
  {
    ...kappa('worst-kappa', 'Agreement on the worst criterion', allTables),
    source: { kind: 'worst-kappa', tables: allTables },
  },
  share('gold', 'exact', 'Scores equal to the label'),
  share('gold', 'adjacent', 'Scores within one of the label'),
  ...[0, 1, 2, 3].map(
    (band): Measure => ({
      ...share('gold', `bias:${band}`, `Mean error where the label is ${band}`, { better: 'near_zero' }),
      percent: false,
    }),
  ),
  kappa(
    'vote-kappa',
    'Agreement on votes, mean of the levels',
    levels.map((level) => `vote:${level}`),
    {
      family: 'primary',
    },
  ),
  ...levels.map((level) => kappa(`vote-kappa:${level}`, `Agreement on votes, ${level}`, [`vote:${level}`])),
  share('gold', 'hire', 'Hire or no hire as the label', { family: 'primary', margin: 0.03 }),
  share('gold', 'off-by-two', 'Votes two or more off', { better: 'lower', margin: 0.02 }),
  { ...share('gold', 'ordering', 'Answers two votes apart in order'), source: { kind: 'order' } },
  kappa('reply-kappa', 'Agreement on replies to probes', ['reply'], { family: 'primary' }),
  share('gold', 'first-gap:dev', "First gap among three raters' (dev)"),
  share('gold', 'first-gap:train', "First gap is the rater's (train)", { family: 'primary' }),
  share('gold', 'withheld', 'Scores withheld', { better: 'lower', margin: 0.02 }),
  ...labelledCriteria.map((criterion) =>
    kappa(`kappa:${criterion}`, `Agreement on ${words(criterion)}`, [criterionTable(criterion)], {
      family: 'criterion',
      margin: 0.06,
    }),
  ),
  kappa(
    'voted-kappa',
    "The vote alone, on the raters' scores",
    levels.map((level) => `voted:${level}`),
    {
      family: 'primary',
    },
  ),
  kappa(
    'shipped-kappa',
    'The weights that ship, on answers they have seen: scores',
    allTables.map((table) => `shipped-${table}`),
    {
      family: 'primary',
    },
  ),
  kappa(
    'shipped-vote-kappa',
    'The weights that ship, on answers they have seen: votes',
    levels.map((level) => `shipped-vote:${level}`),
    { family: 'primary' },
  ),
  share('examples', 'example-strong', 'Strong examples voted hire'),
  share('examples', 'example-score', 'Criteria of strong examples at 2 or more'),
  share('examples', 'example-known', 'Strong examples known as published'),
  share('examples', 'example-weak', 'Weak examples voted as the scenario says'),
  share('examples', 'example-weak-near', 'Weak examples within one step of it'),
  share('examples', 'example-reply', 'Documented replies rated as the scenario says'),
  share('examples', 'example-order', 'Weak examples below the strong ones'),
  ...levels.map((level) =>
    share('consistency', `flip:${level}`, `Votes that flip between readings, ${level}`, {
      better: 'lower',
      family: level === 'sde2' ? 'primary' : 'watched',
    }),
  ),
  {
    ...kappa('alpha-vote', "Krippendorff's alpha of repeated votes, mean of the levels", []),
    ...{ suite: 'consistency', source: { kind: 'alpha', tables: levels.map((level) => `repeat:${level}`) } },
  },
  {
    ...kappa('alpha-score', "Krippendorff's alpha of repeated scores, mean of the criteria", []),
    ...{
      suite: 'consistency',
      source: { kind: 'alpha', tables: labelledCriteria.map((criterion) => `repeat:${criterion}`) },
    },
  },
  ...labelledCriteria.map((criterion) =>
    share('consistency', `stable:${criterion}`, `Readings that agree on ${words(criterion)}`),
  ),
  share('consistency', 'wander', 'Scores two or more apart between readings', {
    better: 'lower',
    margin: 0.02,
  }),
  share('pairs', 'pair', 'Changed answers that move as they must', { family: 'primary', margin: 0.06 }),
  ...transforms.map((transform) => share('pairs', `pair:${transform}`, `Changed: ${words(transform)}`)),
  share('attacks', 'attack', 'Attacks resisted', { family: 'primary', margin: 0.06 }),
  ...attackFamilies.map((family) => share('attacks', `attack:${family}`, `Attack: ${words(family)}`)),
  share('attacks', 'attack-flag', 'Attacks flagged as they should be'),
  share('attacks', 'evidence-lie', 'Lies about evidence seen through'),
  share('probes', 'question-first', 'First question aims where the raters would'),
  share('probes', 'question-any', "First question touches one of the raters' choices", { family: 'primary' }),
  share('probes', 'question-documented', 'First question is a documented probe'),
  share('probes', 'question-clean', 'First questions without a fault'),
  share('interviews', 'interview-vote', 'Votes as the simulated candidate deserves', {
    family: 'primary',
    margin: 0.08,
  }),
  share('interviews', 'interview-end', 'Interviews that end as they should'),
  share('interviews', 'interview-coverage', 'Open criteria asked about'),
  share('interviews', 'interview-contradiction', 'Contradictions asked about'),
  share('interviews', 'interview-clean', 'Interviews without a faulty question'),
];
