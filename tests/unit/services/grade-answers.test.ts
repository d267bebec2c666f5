import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import type { Transcript } from '#lib/domain/transcript.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { gradeAnswer } from '#lib/services/grade-answers.ts';

const library = loadLibrary();

/** Grades with the embedded engine, and keeps what it was given to read. */
async function gradedTranscript(question: string, probes: readonly string[]): Promise<Transcript> {
  const embedded = createEmbeddedEngine();
  const seen: Transcript[] = [];
  const engine: Engine = {
    ...embedded,
    assess: (transcript, scenario, options) => {
      seen.push(transcript);
      return embedded.assess(transcript, scenario, options);
    },
  };
  await gradeAnswer({
    context: { engine, library },
    input: {
      id: 1,
      question,
      answer:
        'I told the platform team that the export lost rows. They refused. I counted 412 and showed them.',
      followups: probes.map((probe) => ({ probe, reply: 'I showed them the count again.' })),
    },
  });
  return seen[0] ?? [];
}

describe('grading an answer with replies', () => {
  it.each(library.scenarios.map((scenario) => [scenario.principle, scenario] as const))(
    'reads each reply of %s after its question, said in whole words',
    async (_, scenario) => {
      const transcript = await gradedTranscript(
        scenario.id,
        scenario.follow_ups.map(({ id }) => id),
      );
      const asked = transcript.flatMap((turn) => (turn.speaker === 'bar_raiser' ? [turn] : [])).slice(1);
      expect(asked.map(({ move }) => 'followUpId' in move && move.followUpId)).toEqual(
        scenario.follow_ups.map(({ id }) => id),
      );
      for (const { text, move } of asked) {
        expect(text).not.toMatch(/[{}]/u);
        expect(move).toMatchObject({ wording: text });
      }
    },
  );

  it("puts the scenario's stand-in where a question names somebody", async () => {
    const transcript = await gradedTranscript('hbdc', ['hbdc.acceptance']);
    expect(transcript.map(({ text }) => text)).toContain(
      "How did your work get into the other team's hands?",
    );
  });
});
