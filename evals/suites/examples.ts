import { rankOf } from '#evals/training/grade-unseen.ts';
import { levels } from '#lib/domain/level.ts';
import { criteriaOf } from '#lib/domain/rubric.ts';
import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { verdicts } from '#lib/domain/verdict.ts';
import type { EvalCase, Suite } from './case.ts';
import { emptyFinding, type Finding, holds } from './finding.ts';
import { gradeChecked, scoreSum, shownGrade } from './grade-case.ts';
import type { Graders } from './graders.ts';

/** The documented rubrics are the first test: every scenario's own examples, graded as the scenario says. */
export const examples: Suite = {
  id: 'examples',
  about: "every scenario's own strong, weak and probe examples, graded as the scenario says",
  cases: ({ library }) =>
    library.scenarios.flatMap((scenario) => [
      exampleCase(
        scenario,
        'strong',
        'hire or above at every level, 2 or more on every criterion',
        gradeStrong,
      ),
      exampleCase(
        scenario,
        'weak',
        levels.map((level) => `${level} ${scenario.weak_answer.verdict[level]}`).join(', '),
        gradeWeak,
      ),
      exampleCase(scenario, 'replies', 'weak replies weak (0), strong replies strong (2)', gradeReplies),
    ]),
};

function exampleCase(
  scenario: Scenario,
  name: string,
  expected: string,
  grade: (graders: Graders, scenario: Scenario) => Promise<Finding>,
): EvalCase {
  return {
    id: `examples/${scenario.id}/${name}`,
    suite: 'examples',
    group: scenario.id,
    unit: `${scenario.id}/${name}`,
    writer: scenario.id,
    text: name === 'weak' ? scenario.weak_answer.text : publishedExample(scenario),
    expected,
    labels: {
      verdict: scenario.weak_answer.verdict,
      replies: scenario.follow_ups.map(({ id, weak, strong }) => [id, weak.reply, strong.reply]),
    },
    run: (graders) => grade(graders, scenario),
  };
}

/** The published example; for Senior with the reflection that the scenario gives for that level. */
async function gradeStrong({ shipped }: Graders, scenario: Scenario): Promise<Finding> {
  const senior = scenario.sections.reflection.by_level?.senior;
  const seniorText = senior
    ? publishedExample(scenario).replace(scenario.sections.reflection.strong.trim(), senior.trim())
    : publishedExample(scenario);
  const ask = (answer: string) =>
    gradeChecked(shipped, { id: scenario.id, question: scenario.id, answer, followups: [] });
  const { grade, broken } = await ask(publishedExample(scenario));
  const atSenior = (await ask(seniorText)).grade;
  const votes = [grade.verdict.sde1, grade.verdict.sde2, atSenior.verdict.senior];
  if (!grade.flags.includes('matches_published_example'))
    broken.push('the published example is not known as one');
  const low = criteriaOf(scenario.principle).filter((criterion) => (grade.scores[criterion] ?? 0) < 2);
  const missed = [
    ...votes.flatMap((voted, at) => (isHire(voted) ? [] : [`${levels[at]} ${voted}, should be hire`])),
    ...low.map((criterion) => `${criterion} ${grade.scores[criterion]}, should be 2 or more`),
  ];
  return {
    ...emptyFinding(),
    ...shownGrade(grade),
    shares: {
      'example-strong': [votes.filter(isHire).length, votes.length],
      'example-score': [
        criteriaOf(scenario.principle).length - low.length,
        criteriaOf(scenario.principle).length,
      ],
      'example-known': holds(grade.flags.includes('matches_published_example')),
    },
    broken,
    missed,
  };
}

async function gradeWeak({ shipped }: Graders, scenario: Scenario): Promise<Finding> {
  const ask = (answer: string) =>
    gradeChecked(shipped, { id: scenario.id, question: scenario.id, answer, followups: [] });
  const { grade, broken } = await ask(scenario.weak_answer.text);
  const strong = (await ask(publishedExample(scenario))).grade;
  const steps = levels.map((level) => ({
    level,
    given: rankOf(grade.verdict[level], grade.flags) ?? 0,
    stated: verdicts.indexOf(scenario.weak_answer.verdict[level]),
  }));
  const off = steps.filter(({ given, stated }) => given !== stated);
  return {
    ...emptyFinding(),
    ...shownGrade(grade),
    shares: {
      'example-order': holds(scoreSum(grade.scores) < scoreSum(strong.scores)),
      'example-weak': [steps.length - off.length, steps.length],
      'example-weak-near': [
        steps.filter(({ given, stated }) => Math.abs(given - stated) <= 1).length,
        steps.length,
      ],
    },
    broken,
    missed: off.map(
      ({ level, stated }) => `${level} ${grade.verdict[level]}, the scenario says ${verdicts[stated]}`,
    ),
  };
}

/** Every documented reply, given after the published example: the weak one is weak, the strong one strong. */
async function gradeReplies({ shipped }: Graders, scenario: Scenario): Promise<Finding> {
  const replies = scenario.follow_ups.flatMap(({ id, weak, strong }) => [
    { id, rating: 0, reply: weak.reply },
    { id, rating: 2, reply: strong.reply },
  ]);
  const { grade, broken } = await gradeChecked(shipped, {
    id: scenario.id,
    question: scenario.id,
    answer: publishedExample(scenario),
    followups: replies.map(({ id, reply }) => ({ probe: `${scenario.id}.${id}`, reply })),
  });
  const rated = replies.map((reply, at) => ({ ...reply, given: grade.followups[at] ?? 0 }));
  const ordered = scenario.follow_ups.map(({ id }) => {
    const [weak, strong] = rated.filter((reply) => reply.id === id);
    return weak !== undefined && strong !== undefined && weak.given < strong.given;
  });
  const wrong = rated.filter(({ given, rating }) => given !== rating);
  return {
    ...emptyFinding(),
    shares: {
      'example-reply': [rated.length - wrong.length, rated.length],
      'example-order': [ordered.filter(Boolean).length, ordered.length],
    },
    broken,
    missed: wrong.map(({ id, rating, given }) => `${id}: rated ${given}, the scenario says ${rating}`),
  };
}

const isHire = (voted: string) => voted === 'hire' || voted === 'strong_hire';
