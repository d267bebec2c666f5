import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { startReplayServer } from '#evals/replay/server.ts';
import { readLabelled } from '#evals/training/data.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { gradeAnswer } from '#lib/services/grade-answers.ts';

const { answers } = z
  .object({ answers: z.array(z.string()) })
  .parse(JSON.parse(readFileSync('evals/replay/hand-answered.json', 'utf8')));
const kept = readLabelled().filter(({ id }) => answers.includes(id));

/** A request that is not asked to the letter as it was then has no recorded answer. */
it('asks a model about the rated questions, to the letter, what readers answered by hand', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const server = await startReplayServer({ file: 'evals/replay/hand-answered.jsonl', upstream: null });
  onTestFinished(() => server.close());
  const engine = selectEngine({
    model: 'openai-compatible:manual',
    variables: { OPENAI_BASE_URL: server.url },
  });
  const context = { engine, library: loadLibrary() };
  const perQuestion = Map.groupBy(kept, ({ question }) => question);
  expect(perQuestion.size).toBe(4);
  for (const [, rated] of perQuestion) {
    for (const { id, question, answer, followups } of rated.slice(0, 2)) {
      const grade = await gradeAnswer({ context, input: { id, question, answer, followups } });
      expect(Object.keys(grade.scores), id).toHaveLength(10);
    }
  }
}, 30_000);
