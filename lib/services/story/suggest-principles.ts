import type { Assessment } from '#lib/domain/assessment.ts';
import { withCheckedEvidence } from '#lib/domain/checked-assessment.ts';
import { telling } from '#lib/domain/drill/transcript.ts';
import { type Principle, principleSchema } from '#lib/domain/principle.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { canTellFit, commonFit, principleFit } from '#lib/domain/story/principle-fit.ts';
import { type StoryContent, storyText } from '#lib/domain/story/story.ts';
import type { StoryReading } from '#lib/domain/story/story-view.ts';
import type { ServiceContext } from '../context.ts';

type Grader = Pick<ServiceContext, 'reader' | 'library'>;

/**
 * What the embedded engine reads in a story for each principle whose criteria have rated answers: its two own criteria with
 * the missing parts, and once the criteria that every question shares. Best fitting first; last those it cannot tell.
 */
export async function suggestPrinciples({
  context,
  input,
}: {
  context: Grader;
  input: { content: StoryContent };
}): Promise<StoryReading> {
  const { library } = context;
  const { text } = storyText(input.content.sections);
  const assessments = new Map<Principle, Assessment>();
  for (const principle of principleSchema.options.filter(canTellFit)) {
    const scenario = library.scenarios.find((each) => each.principle === principle);
    if (scenario) assessments.set(principle, await read(context, scenario, text));
  }
  const [first] = assessments.values();
  return {
    told: first !== undefined && !first.flags.includes('no_story'),
    principles: principleSchema.options
      .map((principle) => principleFit(assessments.get(principle) ?? null, principle, library.rubric))
      .sort((one, other) => (other.strength ?? -1) - (one.strength ?? -1)),
    common: first ? commonFit(first, library.rubric) : [],
  };
}

async function read({ reader, library }: Grader, scenario: Scenario, text: string): Promise<Assessment> {
  const transcript = telling(scenario.question, text);
  const options = { rubric: library.rubric, library: library.scenarios, omitFacts: true };
  return withCheckedEvidence(await reader.assess(transcript, scenario, options), transcript);
}
