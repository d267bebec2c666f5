import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readLabelled } from '#evals/training/data.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { criteriaOf, ownCriteria } from '#lib/domain/rubric.ts';
import type { ExplainedScore } from '#lib/services/grade-answers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const [first, second] = readLabelled();
if (!first || !second) throw new RangeError('There is no data.');

/** Runs the script as `npm run -s grade` does, from another directory. */
function grade(input: string, ...args: string[]) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/grade.ts'), ...args], {
    cwd: path.dirname(root),
    env: { ...process.env, MODEL: '' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise<{ code: number | null; lines: Record<string, unknown>[]; err: string }>((resolve) => {
    child.once('close', (code) =>
      resolve({
        code,
        err,
        lines: out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      }),
    );
  });
}

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const plain = { id: first.id, question: first.question, answer: first.answer };

describe('npm run grade', () => {
  it('grades by the contract, one line for each in order, and passes over what it does not know', async () => {
    const { code, lines: graded } = await grade(
      lines(
        { ...plain, persona: 'none', followups: first.followups },
        { ...plain, id: 7, question: 'divedeep' },
      ),
      '--engine',
      'embedded',
      '--samples',
      '3',
    );
    expect(code).toBe(0);
    expect(graded.map(({ id }) => id)).toEqual([first.id, 7]);
    const [whole, bare] = graded;
    expect(whole).toMatchObject({
      engine: 'embedded',
      flags: [],
      followups: [expect.any(Number), expect.any(Number)],
    });
    expect(bare).toMatchObject({ followups: [] });
    const criteria = criteriaOf('dive-deep');
    expect(Object.keys(whole?.scores ?? {})).toEqual(criteria);
    expect(criteria).toContain(whole?.probe_first);
    expect(Object.keys(whole?.verdict ?? {})).toEqual(['sde1', 'sde2', 'senior']);
    const quotes = Object.values(whole?.evidence ?? {}).flat() as {
      quote: string;
      start: number;
      end: number;
    }[];
    expect(quotes.length).toBeGreaterThan(0);
    for (const { quote, start, end } of quotes) expect(first.answer.slice(start, end)).toBe(quote);
  });

  it('grades an empty answer and one in another language without a confident no', async () => {
    const { code, lines: graded } = await grade(
      lines(
        { ...plain, id: 'empty', answer: '' },
        {
          ...plain,
          id: 'german',
          answer:
            'Ich habe den Fehler in der Abrechnung gefunden, weil ich die Daten mit dem Team und der Buchhaltung verglichen habe, und dann war er weg.',
        },
      ),
    );
    expect(code).toBe(0);
    const none = { sde1: 'not_enough_evidence', sde2: 'not_enough_evidence', senior: 'not_enough_evidence' };
    expect(graded).toMatchObject([
      { id: 'empty', flags: ['no_story'], verdict: none },
      { id: 'german', flags: ['unsupported_language'], verdict: none },
    ]);
  });

  it('turns a bad line into an error of its own and goes on', async () => {
    const { code, lines: graded } = await grade(
      `{"id": broken\n${lines({ id: 'a', question: 'divedeep' }, { ...plain, id: 'b', question: 'juggling' })}\n${lines({ ...plain, id: 'c' })}`,
    );
    expect(code).toBe(0);
    expect(graded).toMatchObject([
      { id: null, error: { code: 'bad_json' } },
      { id: 'a', error: { code: 'bad_request' } },
      { id: 'b', error: { code: 'unknown_scenario' } },
      { id: 'c', engine: 'embedded' },
    ]);
  });

  it('explains each score when asked: the words, what was found, what the next one needs', async () => {
    const { code, lines: graded } = await grade(lines(plain), '--explain');
    expect(code).toBe(0);
    const [one] = graded;
    const explained = Object.entries(one?.explain ?? {}) as [string, ExplainedScore][];
    const { scores, evidence } = one as {
      scores: Record<string, number>;
      evidence: Record<string, { quote: string }[]>;
    };
    expect(explained.map(([criterion]) => criterion)).toEqual(criteriaOf('dive-deep'));
    for (const [criterion, { score, found, anchor, next, quotes }] of explained) {
      expect(score).toBe(scores[criterion]);
      expect(quotes).toEqual(evidence[criterion]?.map(({ quote }) => quote));
      expect(found).toMatch(/^The candidate/u);
      expect(anchor).not.toBe('');
      expect(next?.score ?? null).toBe(score === 3 ? null : (score ?? 0) + 1);
    }
    expect(one).not.toHaveProperty('unvalidated');
    const [bare] = (await grade(lines(plain))).lines;
    expect(bare).not.toHaveProperty('explain');
  });

  it('shows the words that speak against a low score', async () => {
    const silence = 'I never raised it with the director, and in the decision meeting I kept quiet.';
    const answer = `Our team runs the billing jobs of a chain of gyms, and our director decided to move all forty of them into one nightly batch. I thought that was wrong for refunds: I pulled six weeks of logs and found that 14 percent of them arrive after the cut-off. I showed the figures to Tomas, who sits next to me, and he agreed with every one. ${silence} After that I built the batch myself, replayed three weeks of traffic against it and sat through the cutover. It took the run from five hours to fifty minutes within a month and saved about 9,000 euros a quarter.`;
    const { lines: graded } = await grade(lines({ id: 'silent', question: 'hbdc', answer }), '--explain');
    const [silent] = graded;
    const { dissent, metric } = (silent?.explain ?? {}) as Record<string, ExplainedScore>;
    expect(dissent?.score).toBeLessThanOrEqual(1);
    expect(dissent?.against).toContain(silence);
    expect(metric?.score).toBeGreaterThanOrEqual(2);
    expect(metric?.against).toEqual([]);
  });

  it('says which scores no rated answers stand behind', async () => {
    const principle = 'earn-trust';
    const scenario = loadLibrary().scenarios.find((one) => one.principle === principle);
    const { lines: graded } = await grade(lines({ ...plain, question: scenario?.id }), '--explain');
    expect(graded).toMatchObject([{ unvalidated: ownCriteria[principle] }]);
    expect(Object.keys(graded[0]?.scores ?? {})).toEqual(criteriaOf(principle));
    const explained = graded[0]?.explain as Record<string, ExplainedScore>;
    for (const criterion of ownCriteria[principle])
      expect(explained[criterion]?.found).toContain('is estimated at');
    expect(explained.metric?.found).toMatch(/^The candidate/u);
  });

  it('takes a scenario id for its short name', async () => {
    const { lines: graded } = await grade(
      lines({ ...plain, question: 'divedeep' }, { ...plain, question: 'dive-deep-cause-in-the-details' }),
    );
    expect(graded[0]).toEqual(graded[1]);
  });

  it.each([[['--engine', 'abacus']], [['--samples', '0']], [['--engine', 'model']], [['--loud']]])(
    'says what is wrong with %j',
    async (args) => {
      const { code, lines: graded, err } = await grade(lines(plain), ...args);
      expect(code).not.toBe(0);
      expect(graded).toEqual([]);
      expect(err).toContain('Usage: npm run -s grade');
    },
  );
});
