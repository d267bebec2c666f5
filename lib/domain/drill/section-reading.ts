import type { Assessment, CriterionAssessment } from '#lib/domain/assessment.ts';
import { countedValue } from '#lib/domain/checked-assessment.ts';
import { type Criterion, criterionIn, isLabelled, type Rubric } from '#lib/domain/rubric.ts';
import type { Section } from '#lib/domain/section.ts';
import type { Stretch } from './voice.ts';
import type { Range } from './words.ts';

/** What one section says of one criterion of its own. */
export interface SectionReading {
  criterion: Criterion;
  /** 0-3, as the rubric counts. */
  value: number;
  /** In the section's own text. */
  evidence: Stretch[];
}

/** A telling with the section in it: where the section stands, and what the engine read in the whole. */
export interface Framed {
  assessment: Assessment;
  place: Range;
}

/** The criteria that a section is judged by; those without rated answers behind them are left out. */
export function criteriaOfSection(
  { criteria }: Assessment,
  section: Section,
  rubric: Rubric,
): CriterionAssessment[] {
  return criteria.filter(
    ({ criterion }) => isLabelled(criterion) && criterionIn(rubric, criterion).section === section,
  );
}

/**
 * A section by itself. The grader was made for whole answers and reads a lone reflection or scope too low, so that
 * what it says alone counts, and what the published example gains by it: in place of its own section, against the example
 * without that section. On sections of rated answers (evals/data/dev.jsonl, every second answer, sections as the
 * engine assigns them) this agrees with the raters' scores at r = 0.77 context, 0.62 scope, 0.79 reflection, 0.78
 * durability, 0.81 to 0.96 the others; the section alone at 0.77, 0.59, 0.45, 0.72. Those answers are among what the
 * engine was trained on: the numbers say which of the two is better, not how good it is.
 */
export function readLoneSection(
  section: Section,
  rubric: Rubric,
  { alone, framed, without }: { alone: Assessment; framed: Framed; without: Assessment },
): SectionReading[] {
  return criteriaOfSection(alone, section, rubric).map((entry) => {
    const inside = framed.assessment.criteria.find(({ criterion }) => criterion === entry.criterion);
    const gained = inside ? countedValue(inside) - expectedOf(without, entry.criterion) : 0;
    const quotes = [...evidenceOf(entry, 0), ...(inside ? evidenceWithin(inside, framed.place) : [])];
    return {
      criterion: entry.criterion,
      value: Math.min(3, countedValue(entry) + Math.max(0, gained)),
      evidence: distinct(quotes),
    };
  });
}

/** A section of the person's own story, read where it stands among the others. */
export function readSectionInStory(section: Section, rubric: Rubric, framed: Framed): SectionReading[] {
  return criteriaOfSection(framed.assessment, section, rubric).map((entry) => ({
    criterion: entry.criterion,
    value: countedValue(entry),
    evidence: evidenceWithin(entry, framed.place),
  }));
}

/** What an engine expects of a criterion, 0-3; 0 where it says nothing of it or its score is withheld. */
export function expectedOf({ criteria }: Assessment, asked: Criterion): number {
  const entry = criteria.find(({ criterion }) => criterion === asked);
  return entry ? countedValue(entry) : 0;
}

function evidenceOf({ evidence }: CriterionAssessment, from: number): Stretch[] {
  return evidence.map(({ quote, start, end }) => ({ quote, start: start - from, end: end - from }));
}

function evidenceWithin(entry: CriterionAssessment, { start, end }: Range): Stretch[] {
  const inside = entry.evidence.filter((quote) => quote.start >= start && quote.end <= end);
  return evidenceOf({ ...entry, evidence: inside }, start);
}

function distinct(quotes: readonly Stretch[]): Stretch[] {
  return [...new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quote])).values()];
}
