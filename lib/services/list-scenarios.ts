import { type Principle, principleNames } from '#lib/domain/principle.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { ServiceContext } from './context.ts';

export interface ScenarioSummary {
  id: string;
  question: string;
  principle: Principle;
  principleName: string;
  overview: string;
  takeaways: string[];
  levels: Scenario['levels'];
}

/** What the library offers, as one chooses from it. */
export function listScenarios({ context }: { context: Pick<ServiceContext, 'library'> }): ScenarioSummary[] {
  return context.library.scenarios.map(({ id, question, principle, overview, takeaways, levels }) => ({
    id,
    question,
    principle,
    principleName: principleNames[principle],
    overview,
    takeaways,
    levels,
  }));
}
