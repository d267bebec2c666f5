import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const data = path.resolve(import.meta.dirname, '../../evals/data/dev.jsonl');
const rowSchema = z.object({
  question: z.string(),
  answer: z.string(),
  followups: z.array(z.object({ reply: z.string() })).default([]),
});

/** What one candidate says in one interview: the story to the question, then replies to what is asked about it. */
export interface Telling {
  /** Alias of the scenario the story answers. */
  scenarioId: string;
  texts: string[];
}

/** First answers of 200 to 300 words with replies to follow-ups, as people of many kinds might give them. */
export async function readTellings(): Promise<Telling[]> {
  const lines = (await readFile(data, 'utf8')).split('\n').filter((line) => line !== '');
  return lines
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter(({ answer }) => wordsIn(answer) >= 200 && wordsIn(answer) <= 300)
    .map(({ question, answer, followups }) => ({
      scenarioId: question,
      texts: [answer, ...followups.map(({ reply }) => reply)],
    }));
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/u).length;
}
