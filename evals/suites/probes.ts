import { isDev, type Labelled, writerOf } from '#evals/training/data.ts';
import { findScenario } from '#lib/content/library.ts';
import { asksAboutStory } from '#lib/domain/move.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, type Finding, holds } from './finding.ts';
import type { Graders } from './graders.ts';
import { holdInterview } from './hold-interview.ts';

/** The first question after each dev answer: the one the raters would ask, and asked as a bar raiser asks. */
export const probes: Suite = {
  id: 'probes',
  about: 'the first question after each answer: its aim against the raters, its form, its premise',
  cases: () =>
    readEvalData()
      .labelled.filter(isDev)
      .map(
        (answer): EvalCase => ({
          id: `probes/${answer.id}`,
          suite: 'probes',
          group: answer.question,
          unit: answer.id,
          writer: writerOf(answer),
          text: answer.answer,
          expected: `asks about ${answer.gold.probe_first.join(' or ')}`,
          labels: { gap: answer.gold.probe_first },
          run: (graders) => firstQuestion(graders, answer),
        }),
      ),
};

async function firstQuestion({ unseen, library }: Graders, answer: Labelled): Promise<Finding> {
  const { rubric, script } = library;
  const held = await holdInterview({
    grader: unseen(writerOf(answer)),
    context: { scenario: findScenario(library, answer.question), rubric, script },
    level: 'sde2',
    seed: answer.id,
    candidate: (_, turns) => (turns.length === 1 ? answer.answer : null),
  });
  const next = held.said[1];
  if (!next) throw new RangeError('Nothing was asked.');
  const { move, text, faults } = next;
  const asked = asksAboutStory(move) ? move.aims : [];
  const chosen = asked[0];
  // A contradiction or a story that was not told comes before any gap: the raters were not asked about those.
  const compared = move.kind === 'gap' || move.kind === 'probe' || move.kind === 'depth';
  const among = chosen !== undefined && answer.gold.probe_first.includes(chosen);
  return {
    ...emptyFinding(),
    shares: {
      ...(compared
        ? {
            'question-first': holds(among),
            'question-any': holds(asked.some((aim) => answer.gold.probe_first.includes(aim))),
            'question-documented': holds(asksAboutStory(move) && move.followUpId !== null),
          }
        : {}),
      'question-clean': holds(faults.length === 0),
    },
    broken: faults.map((fault) => `${fault}: ${text}`),
    missed: compared && !among ? [`asks about ${chosen}: ${text}`] : [],
  };
}
