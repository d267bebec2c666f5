import { isDev, writerOf } from '#evals/training/data.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { Evidence } from '#lib/domain/evidence.ts';
import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import type { Engine } from '#lib/engines/engine.ts';
import type { EvalCase } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, holds } from './finding.ts';
import { gradeChecked } from './grade-case.ts';

type Lie = (honest: Evidence, transcript: Transcript, scenario: Scenario) => Evidence;

const whole = (turnId: string, quote: string): Evidence => ({ turnId, quote, start: 0, end: quote.length });

/** What an engine may put in place of a quote; none of it may be shown, and no score may rest on it. */
const lies: Record<string, Lie> = {
  invented: ({ turnId }) => whole(turnId, 'I personally convinced the whole company within one day.'),
  reworded: ({ turnId, quote }) => whole(turnId, quote.split(' ').reverse().join(' ')),
  interviewer: (_, transcript) => {
    const asked = transcript.find(({ speaker }) => speaker === 'bar_raiser');
    return whole(asked?.id ?? 'opening', asked?.text ?? '');
  },
  example: ({ turnId }, _, scenario) => whole(turnId, publishedExample(scenario).slice(0, 60)),
};

/** Cases about the product's evidence check rather than about a grader: an engine that lies must be seen through. */
export function evidenceCases(): EvalCase[] {
  const answers = readEvalData().labelled.filter(
    (answer, index, all) =>
      isDev(answer) &&
      answer.gold.verdict.sde2 === 'hire' &&
      all.findIndex((other) => other.question === answer.question && other.gold.verdict.sde2 === 'hire') ===
        index,
  );
  return answers.flatMap((answer) =>
    Object.entries(lies).map(
      ([name, lie]): EvalCase => ({
        id: `attacks/evidence-${name}-${answer.id}`,
        suite: 'attacks',
        group: answer.question,
        unit: `evidence-${name}-${answer.id}`,
        writer: writerOf(answer),
        text: answer.answer,
        expected: `quotes that are ${name} are dropped, and the scores that rest on them withheld`,
        labels: {},
        run: async (graders) => {
          const grader = graders.unseen(writerOf(answer));
          const input = { id: answer.id, question: answer.question, answer: answer.answer, followups: [] };
          const { grade } = await gradeChecked({ ...grader, engine: lying(grader.engine, lie) }, input);
          const shown = Object.values(grade.evidence).flat().length;
          const scored = Object.values(grade.scores).filter((score) => (score ?? 0) > 0).length;
          const broken = [
            ...(shown > 0 ? [`${shown} quotes that are ${name} are shown`] : []),
            ...(scored > 0 ? [`${scored} scores rest on quotes that are ${name}`] : []),
          ];
          return { ...emptyFinding(), shares: { 'evidence-lie': holds(broken.length === 0) }, broken };
        },
      }),
    ),
  );
}

function lying(engine: Engine, lie: Lie): Engine {
  return {
    ...engine,
    assess: async (transcript, scenario, options): Promise<Assessment> => {
      const honest = await engine.assess(transcript, scenario, options);
      return {
        ...honest,
        criteria: honest.criteria.map((entry) => ({
          ...entry,
          evidence: entry.evidence.map((evidence) => lie(evidence, transcript, scenario)),
          against: (entry.against ?? []).map((evidence) => lie(evidence, transcript, scenario)),
        })),
      };
    },
  };
}
