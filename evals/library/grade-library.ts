import type { Library } from '#lib/content/library.ts';
import { criteriaOf, isLabelled, type Score } from '#lib/domain/rubric.ts';
import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { type Vote, verdicts } from '#lib/domain/verdict.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { type Grade, gradeAnswer } from '#lib/services/grade-answers.ts';

/** A scenario's own examples as an engine grades them. */
export interface LibraryRow {
  scenario: Scenario;
  /** some of its criteria have no rated answers: the scores are told, not relied on */
  unvalidated: boolean;
  strong: { scores: (Score | null)[]; vote: Vote };
  weak: { scores: (Score | null)[]; vote: Vote };
  /** probes whose strong reply is rated above the weak one, of all */
  ordered: [number, number];
  /** where the grader and the library do not agree, in words */
  disagreements: string[];
}

/** Grades every scenario's strong and weak example and its documented replies, in the library's order. */
export async function gradeLibrary(engine: Engine, library: Library): Promise<LibraryRow[]> {
  const rows: LibraryRow[] = [];
  for (const scenario of library.scenarios) rows.push(await gradeScenario(engine, library, scenario));
  return rows;
}

async function gradeScenario(engine: Engine, library: Library, scenario: Scenario): Promise<LibraryRow> {
  const replies = scenario.follow_ups.flatMap(({ id, weak, strong }) => [
    { probe: `${scenario.id}.${id}`, reply: weak.reply },
    { probe: `${scenario.id}.${id}`, reply: strong.reply },
  ]);
  const ask = (answer: string, followups: typeof replies) =>
    gradeAnswer({
      context: { engine, library },
      input: { id: scenario.id, question: scenario.id, answer, followups },
    });
  const strong = await ask(publishedExample(scenario), replies);
  const weak = await ask(scenario.weak_answer.text, []);
  const unordered = scenario.follow_ups.filter(
    (_, at) => (strong.followups[2 * at] ?? 0) >= (strong.followups[2 * at + 1] ?? 0),
  );
  const rank = (vote: Vote) => verdicts.findIndex((each) => each === vote);
  const low = criteriaOf(scenario.principle).filter((criterion) => (strong.scores[criterion] ?? 0) < 2);
  return {
    scenario,
    unvalidated: !criteriaOf(scenario.principle).every(isLabelled),
    strong: shown(scenario, strong),
    weak: shown(scenario, weak),
    ordered: [scenario.follow_ups.length - unordered.length, scenario.follow_ups.length],
    disagreements: [
      ...(rank(strong.verdict.sde2) < rank('hire')
        ? [`the strong example reads ${strong.verdict.sde2}`]
        : []),
      ...(rank(weak.verdict.sde2) > rank('no_hire') ? [`the weak example reads ${weak.verdict.sde2}`] : []),
      ...low.map((criterion) => `${criterion} of the strong example reads ${strong.scores[criterion]}`),
      ...unordered.map(({ id }) => `the strong reply to ${id} is not above the weak one`),
    ],
  };
}

function shown({ principle }: Scenario, { scores, verdict }: Grade): LibraryRow['strong'] {
  return {
    scores: criteriaOf(principle).map((criterion) => scores[criterion] ?? null),
    vote: verdict.sde2,
  };
}
