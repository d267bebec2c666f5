import { type Principle, principleNames } from '#lib/domain/principle.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Topic } from '#lib/domain/topic.ts';
import type { ServiceContext } from './context.ts';

export interface ScenarioSummary {
  id: string;
  question: string;
  principle: Principle;
  principleName: string;
  topics: Topic[];
  overview: string;
  takeaways: string[];
  levels: Scenario['levels'];
}

/** What the library offers, as one chooses from it. */
export function listScenarios({ context }: { context: Pick<ServiceContext, 'library'> }): ScenarioSummary[] {
  return context.library.scenarios.map(summaryOf);
}

export function summaryOf(scenario: Scenario): ScenarioSummary {
  const { id, question, principle, topics, overview, takeaways, levels } = scenario;
  return {
    id,
    question,
    principle,
    principleName: principleNames[principle],
    topics,
    overview,
    takeaways,
    levels,
  };
}
