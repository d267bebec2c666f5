import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { sections } from '#lib/domain/section.ts';
import type { Exercise } from './exercise.ts';
import { sectionExercise } from './section-exercise.ts';
import { hidesWho } from './voice.ts';

/** Seconds each kind takes, the reading of its task with it. */
export const kindSeconds = { probe: 75, flaw: 45, quiz: 30, rewrite: 90, numbers: 75 } as const;

/** The exercises of one scenario, in the order of its page. A weak answer that tells who did what is weak in other ways, and makes no rewriting. */
export function libraryExercises(scenario: Scenario): Exercise[] {
  const { id: scenarioId, principle, question } = scenario;
  const common = { principle, question, scenarioId, story: null };
  const example = publishedExample(scenario);
  const weak = scenario.weak_answer.text.trim();
  const passage = { passage: weak, facts: scenario.overview.trim() };
  const told: Exercise[] = sections.map((section) =>
    sectionExercise({ ...common, id: `section.${scenarioId}.${section}` }, scenario, section, null),
  );
  const probes: Exercise[] = scenario.follow_ups.map((probe) => ({
    ...common,
    id: `probe.${scenarioId}.${probe.id}`,
    kind: 'probe',
    targetSeconds: kindSeconds.probe,
    task: { asked: probe.question.trim(), told: example },
    key: {
      probes: probe.probes.trim(),
      aims: probe.covers,
      followUpId: probe.id,
      weak: { reply: probe.weak.reply.trim(), why: probe.weak.why.trim() },
      strong: { reply: probe.strong.reply.trim(), keyPhrase: probe.strong.key_phrase },
    },
  }));
  const quizzes: Exercise[] = scenario.quiz.map(
    ({ question: asked, options, answer, explanation }, index) => ({
      ...common,
      id: `quiz.${scenarioId}.${index + 1}`,
      kind: 'quiz',
      targetSeconds: kindSeconds.quiz,
      task: { asked, options },
      key: { answer, explanation },
    }),
  );
  const flaw: Exercise = {
    ...common,
    id: `flaw.${scenarioId}`,
    kind: 'flaw',
    targetSeconds: kindSeconds.flaw,
    task: { text: weak, flawCount: scenario.weak_answer.flaws.length },
    key: {
      flaws: scenario.weak_answer.flaws.map(({ quote, why }) => ({ quote, why })),
      barRaiserThinks: scenario.weak_answer.bar_raiser_thinks.trim(),
    },
  };
  const rewrite: Exercise = {
    ...common,
    id: `rewrite.${scenarioId}`,
    kind: 'rewrite',
    targetSeconds: kindSeconds.rewrite,
    task: passage,
    key: { example: scenario.sections.action.strong.trim() },
  };
  const numbers: Exercise = {
    ...common,
    id: `numbers.${scenarioId}`,
    kind: 'numbers',
    targetSeconds: kindSeconds.numbers,
    task: passage,
    key: { example: scenario.sections.result.strong.trim() },
  };
  return [...told, ...probes, flaw, ...quizzes, ...(hidesWho(weak) ? [rewrite] : []), numbers];
}
