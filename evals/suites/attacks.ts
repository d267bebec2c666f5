import { judgeAttack } from '#evals/training/measure-attacks.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { evidenceCases } from './evidence-lies.ts';
import { emptyFinding, holds } from './finding.ts';
import { gradeChecked, shownGrade } from './grade-case.ts';

/** What may never work, by how plain it is: an answer that says nothing, or tells no story. */
const plain = ['degenerate', 'no_story'];

/** Answers that try to fool a grader, by what ships: nobody trains on them. And engines that lie about evidence. */
export const attacks: Suite = {
  id: 'attacks',
  about: 'answers that try to fool the grader, and engines that lie about evidence',
  cases: () => [...readEvalData().attacks.map(attackCase), ...evidenceCases()],
};

function attackCase(attack: ReturnType<typeof readEvalData>['attacks'][number]): EvalCase {
  const { id, kind, question, answer, clean, level, max_verdict, expect_flag } = attack;
  const family = kind.startsWith('injection') ? 'injection' : kind;
  return {
    id: `attacks/${id}`,
    suite: 'attacks',
    group: question,
    unit: id,
    writer: id,
    text: answer,
    expected: `${kind}: at most ${max_verdict} at ${level}${clean === null ? '' : ', nothing above the clean answer'}${expect_flag ? `, flag ${expect_flag}` : ''}`,
    labels: { level, max_verdict, expect_flag, clean, min_verdict: attack.min_verdict },
    run: async ({ shipped }) => {
      const ask = (text: string) => gradeChecked(shipped, { id, question, answer: text, followups: [] });
      const graded = await ask(answer);
      const twin = clean === null ? null : await ask(clean);
      const { resisted, flagged, why } = judgeAttack(attack, graded.grade, twin?.grade ?? null);
      const broken = [...graded.broken, ...(twin?.broken ?? [])];
      if (!resisted && plain.includes(kind)) broken.push(`${kind}: ${why}`);
      return {
        ...emptyFinding(),
        ...shownGrade(graded.grade),
        shares: {
          attack: holds(resisted),
          [`attack:${family}`]: holds(resisted),
          ...(expect_flag ? { 'attack-flag': holds(flagged) } : {}),
        },
        broken,
        missed: why === '' ? [] : [why],
      };
    },
  };
}
