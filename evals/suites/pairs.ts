import { writerOf } from '#evals/training/data.ts';
import { pairFaults } from '#evals/training/measure-pairs.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, holds } from './finding.ts';
import { gradeChecked, shownGrade } from './grade-case.ts';

/** Metamorphic: a changed answer must move as the change says. Base and variant by the model that never saw the writer. */
export const pairs: Suite = {
  id: 'pairs',
  about: 'changed answers must move as the change says: down, up, or not at all',
  cases: () => {
    const { pairs: all, labelled } = readEvalData();
    return all.map((pair): EvalCase => {
      const base = labelled.find(({ id }) => id === pair.base);
      if (!base) throw new RangeError(`pairs.jsonl: there is no answer ${pair.base}.`);
      const writer = writerOf(base);
      return {
        id: `pairs/${pair.id}`,
        suite: 'pairs',
        group: pair.question,
        unit: pair.base,
        writer,
        text: pair.answer,
        expected: expectation(pair.expect),
        labels: { expect: pair.expect, base: base.answer },
        run: async (graders) => {
          const grader = graders.unseen(writer);
          const ask = (id: string, answer: string) =>
            gradeChecked(grader, { id, question: pair.question, answer, followups: [] });
          const before = await ask(pair.base, base.answer);
          const after = await ask(pair.id, pair.answer);
          const missed = pairFaults(pair.expect, before.grade, after.grade);
          const obeyed = holds(missed.length === 0);
          return {
            ...emptyFinding(),
            ...shownGrade(after.grade),
            shares: { pair: obeyed, [`pair:${pair.transform}`]: obeyed },
            broken: [...before.broken, ...after.broken],
            missed,
          };
        },
      };
    });
  },
};

function expectation({ down, up, not_up, not_down, same }: Parameters<typeof pairFaults>[0]): string {
  const list = (names: 'all' | readonly string[]) => (names === 'all' ? 'all' : names.join(', '));
  return [
    down.length > 0 ? `down: ${list(down)}` : '',
    up.length > 0 ? `up: ${list(up)}` : '',
    not_up.length > 0 ? `not up: ${list(not_up)}` : '',
    not_down.length > 0 ? `not down: ${list(not_down)}` : '',
    same ? 'about the same' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
