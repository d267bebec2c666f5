import type { EvalCase } from '#evals/suites/case.ts';
import { createGraders, type Graders } from '#evals/suites/graders.ts';
import { choiceFrom, chosenCases } from './choice.ts';

let made: { graders: Graders; cases: ReadonlyMap<string, EvalCase> } | undefined;

/** What the runner's process works with, built once from its environment: the cases by their ids. */
export function processCases(): { graders: Graders; cases: ReadonlyMap<string, EvalCase> } {
  if (made) return made;
  const choice = choiceFrom(process.env);
  const graders = createGraders(choice);
  const cases = new Map(chosenCases(graders, choice).map((each) => [each.id, each]));
  made = { graders, cases };
  return made;
}
