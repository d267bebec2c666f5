import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { metaKinds } from '#lib/domain/move.ts';
import {
  commonCriteria,
  criteriaOf,
  criterionSchema,
  labelledCriteria,
  labelledPrinciples,
  ownCriteria,
  practisedPrincipleSchema,
} from '#lib/domain/rubric.ts';
import { speechProblems } from '#lib/domain/speech-problem.ts';
import { debriefReturns } from '#lib/engines/model/debrief-returns.ts';
import { debriefWordsSchema, redoWordsSchema } from '#lib/engines/model/debrief-schema.ts';
import { declaredSchemas, replyGradeSchema } from '#lib/engines/model/grading-schema.ts';
import { fill, loadPrompt, promptIds, slotsOf, textOf } from '#lib/engines/model/prompts.ts';
import { replyReturns } from '#lib/engines/model/reply-returns.ts';
import { showReply } from '#lib/engines/model/worked-examples.ts';
import { benchRows } from '#tests/support/bench.ts';

const rowsById = new Map(
  readFileSync(new URL('../../../../evals/data/train.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = z
        .looseObject({
          id: z.string(),
          question: z.string(),
          answer: z.string(),
          gold: z.looseObject({
            scores: z.record(z.string(), z.number()),
            evidence: z.record(z.string(), z.string().nullable()),
          }),
          followups: z.array(z.looseObject({ probe: z.string(), reply: z.string(), rating: z.number() })),
        })
        .parse(JSON.parse(line));
      return [row.id, row] as const;
    }),
);

function withoutDialect(schema: z.ZodType): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  expect($schema).toBeDefined();
  return rest;
}

describe('the prompts', () => {
  it.each(promptIds)('%s loads, and says its version and hash', (id) => {
    const prompt = loadPrompt(id);
    expect(prompt).toMatchObject({
      id,
      version: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{12}$/u),
    });
  });

  it('declare what the code reads', () => {
    expect(loadPrompt('grader-common').returns).toEqual(withoutDialect(declaredSchemas.common));
    for (const aims of [
      [],
      ['reflection'],
      ['metric', 'impact', 'delivered'],
      criterionSchema.options,
    ] as const) {
      expect(replyReturns(loadPrompt('reply-rating'), aims)).toEqual(
        withoutDialect(declaredSchemas.reply(aims)),
      );
    }
    expect(replyReturns(loadPrompt('reply-rating'), criterionSchema.options)).toEqual(
      loadPrompt('reply-rating').returns,
    );
    expect(loadPrompt('debrief-writer').returns).toEqual(withoutDialect(debriefWordsSchema));
    expect(loadPrompt('redo-comparison').returns).toEqual(withoutDialect(redoWordsSchema));
    for (const principle of practisedPrincipleSchema.options) {
      const declared = z.record(z.string(), z.unknown()).parse(loadPrompt('grader-own').returns);
      expect(declared[principle]).toEqual(withoutDialect(declaredSchemas.own(principle)));
    }
    expect(Object.keys(loadPrompt('grader-own').returns)).toEqual(practisedPrincipleSchema.options);
  });

  it('have a text for every move a model words and for every problem of speech', () => {
    const prompt = loadPrompt('bar-raiser');
    for (const kind of ['redirect', 'contradiction', 'dig', 'gap', 'probe', 'depth']) {
      expect(textOf(prompt, 'move', kind)).toMatch(new RegExp(`^${kind} - `, 'u'));
    }
    for (const problem of speechProblems) expect(textOf(prompt, 'problem', problem)).not.toBe('');
    for (const kind of metaKinds) expect(() => textOf(prompt, 'move', kind)).toThrow(RangeError);
  });

  it('have only the slots that the code fills', () => {
    expect(slotsOf(loadPrompt('bar-raiser').parts.instructions)).toEqual([]);
    expect(slotsOf(loadPrompt('grader-common').parts.instructions)).toEqual(['criteria', 'examples']);
    expect(slotsOf(loadPrompt('grader-own').parts.instructions)).toEqual([
      'principle',
      'remarks',
      'criteria',
      'examples',
    ]);
  });
});

describe('the debrief of a principle', () => {
  const criteriaIn = (principle: (typeof practisedPrincipleSchema.options)[number]) =>
    z
      .object({
        properties: z.object({
          points: z.object({
            items: z.object({ properties: z.object({ criterion: z.object({ enum: z.array(z.string()) }) }) }),
          }),
        }),
      })
      .parse(debriefReturns(loadPrompt('debrief-writer'), principle)).properties.points.items.properties
      .criterion.enum;

  it('may name the criteria with rated answers and the own two of the principle, and no other', () => {
    expect(criteriaIn('dive-deep')).toEqual(labelledCriteria);
    expect(criteriaIn('frugality')).toEqual([...labelledCriteria, ...ownCriteria.frugality]);
  });
});

describe('the worked examples', () => {
  const common = loadPrompt('grader-common');
  const own = loadPrompt('grader-own');

  it('stand word for word in the training answers, with their scores', () => {
    for (const { id, question, answer, scores, evidence } of own.worked.answers) {
      const row = rowsById.get(id);
      expect(row).toMatchObject({ question, gold: { scores } });
      expect(answer).toBe(row?.answer);
      for (const quote of Object.values(evidence).flat()) expect(answer).toContain(quote);
    }
    for (const { id, probe, reply, rating } of loadPrompt('reply-rating').worked.replies) {
      const [row = '', index = ''] = id.split('/');
      expect(rowsById.get(row)?.followups[Number(index)]).toMatchObject({ probe, reply, rating });
    }
  });

  it('show every criterion at every score at least twice', () => {
    const countOf = (
      ids: readonly string[],
      criterion: keyof (typeof common.worked.answers)[0]['scores'],
      score: number,
    ) =>
      common.worked.answers.filter(({ id, scores }) => ids.includes(id) && scores[criterion] === score)
        .length;
    const commonIds = z.array(z.string()).parse(common.examples);
    const ownIds = z.record(z.string(), z.array(z.string())).parse(own.examples);
    for (const score of [0, 1, 2, 3]) {
      for (const criterion of commonCriteria)
        expect(countOf(commonIds, criterion, score)).toBeGreaterThanOrEqual(2);
      for (const principle of labelledPrinciples) {
        for (const criterion of ownCriteria[principle]) {
          expect(countOf(ownIds[principle] ?? [], criterion, score)).toBeGreaterThanOrEqual(2);
        }
      }
    }
    expect(criteriaOf('ownership')).toHaveLength(10);
  });

  it('show every rating of a reply twice', () => {
    const ratings = loadPrompt('reply-rating').worked.replies.map(({ rating }) => rating);
    expect(ratings.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('show whole readings of replies as the schema wants them, faithful to the reply and to what was asked', () => {
    const whole = loadPrompt('reply-rating').worked.replies.filter(({ read }) => read !== undefined);
    expect(whole.length).toBeGreaterThanOrEqual(2);
    for (const example of whole) {
      const [question = '', probe = ''] = example.probe.split('.');
      const asked = findScenario(loadLibrary(), question).follow_ups.find(({ id }) => id === probe);
      const shown = showReply(example).split('\nRated:\n')[1] ?? '';
      const given = replyGradeSchema.parse(JSON.parse(shown));
      expect(declaredSchemas.reply(asked?.covers ?? []).safeParse(JSON.parse(shown)).success).toBe(true);
      expect(given.rating).toBe(example.rating);
      for (const grade of Object.values(given.criteria)) {
        expect(grade.evidence.length > 0).toBe(grade.score > 0);
        if (given.rating === 0) expect(grade.score).toBe(0);
        for (const quote of grade.evidence) expect(example.reply).toContain(quote);
      }
      for (const quote of given.evidence) expect(example.reply).toContain(quote);
    }
  });

  it('are no answers that anything is measured on', () => {
    const measured = new Set(benchRows('dev').map(({ id }) => id));
    expect(common.worked.answers.filter(({ id }) => measured.has(id))).toEqual([]);
  });
});

/** The texts of a prompt without their names. */
function wordsOf(texts: ReturnType<typeof loadPrompt>['texts']): string {
  return Object.values(texts ?? {})
    .flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)))
    .join(' ');
}

describe('the words of the graders', () => {
  it('hold none of an answer that something is measured on', () => {
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}'’%]+/gu) ?? [];
      return words.slice(4).map((_, index) => words.slice(index, index + 5).join(' '));
    };
    const ours = new Set(
      (['grader-common', 'grader-own', 'reply-rating'] as const)
        .map((id) => loadPrompt(id))
        .flatMap(({ parts, texts }) => runs(`${parts.instructions} ${parts.request} ${wordsOf(texts)}`)),
    );
    const told = benchRows('dev').flatMap(({ answer, followups }) => [
      answer,
      ...followups.map(({ reply }) => reply),
    ]);
    expect(told.flatMap(runs).filter((run) => ours.has(run))).toEqual([]);
  });
});

describe('filling a template', () => {
  it('fills every slot, and never reads what it filled in as a template', () => {
    expect(fill('{one} and {two}', { one: '{two}', two: '2' })).toBe('{two} and 2');
  });

  it.each([
    ['a slot without a value', '{one} {two}', { one: '1' }],
    ['a value without a slot', '{one}', { one: '1', two: '2' }],
    ['a value that only a prototype has', '{constructor}', {}],
  ])('refuses %s', (_, template, values) => {
    expect(() => fill(template, values)).toThrow(RangeError);
  });
});

describe('a broken prompt', () => {
  const directory = mkdtempSync(join(tmpdir(), 'prompts-'));
  const head = 'id: doctor\nversion: 1\npurpose: test\nreturns: text\n';
  it.each([
    ['no front matter', '# Instructions\nx\n# Request\ny'],
    ['no request', `---\n${head}---\n# Instructions\nx\n`],
    ['another id', `---\n${head.replace('doctor', 'bar-raiser')}---\n# Instructions\nx\n# Request\ny`],
    ['an unknown field', `---\n${head}mood: good\n---\n# Instructions\nx\n# Request\ny`],
  ])('with %s is refused by name', (name, text) => {
    const folder = join(directory, name.replaceAll(' ', '-'));
    writeFileSync(join(mkdir(folder), 'doctor.md'), text);
    expect(() => loadPrompt('doctor', folder)).toThrow(/doctor\.md is broken/u);
  });

  it('that is not there is an error, not an empty prompt', () => {
    expect(() => loadPrompt('doctor', join(directory, 'nowhere'))).toThrow(/cannot be read/u);
  });

  it('has another hash after any change', () => {
    const hashes = ['x', 'z'].map((words, index) => {
      const folder = mkdir(join(directory, `version-${index}`));
      writeFileSync(join(folder, 'doctor.md'), `---\n${head}---\n# Instructions\n${words}\n# Request\ny`);
      return loadPrompt('doctor', folder).hash;
    });
    expect(new Set(hashes).size).toBe(2);
  });
});

function mkdir(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}
