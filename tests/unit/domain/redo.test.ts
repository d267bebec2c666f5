import { expect, test } from 'vitest';
import type { SectionSpan } from '#lib/domain/assessment.ts';
import { compareRedo, retellSection } from '#lib/domain/redo.ts';
import type { Section } from '#lib/domain/section.ts';
import { mainAnswer } from '#lib/domain/transcript.ts';
import { assessmentOf, firstWords, TestInterview } from '#tests/support/domain-fixtures.ts';

const parts: Record<'situation' | 'action' | 'result', string> = {
  situation: 'The export lost rows.',
  action: 'I wrote a check and showed it to the lead.',
  result: 'It got better.',
};
const answer = Object.values(parts).join(' ');

function span(section: Section, words: string): SectionSpan {
  const start = answer.indexOf(words);
  return { section, turnId: 'c2', quote: words, start, end: start + words.length };
}

function toldInterview() {
  const interview = new TestInterview();
  const spans = [
    span('situation', parts.situation),
    span('action', parts.action),
    span('result', parts.result),
  ];
  interview.say(answer, { expected: () => 1, rating: () => 1, extra: { spans } });
  return interview;
}

test("the new words take the old ones' place; the rest of the story stays", () => {
  const { state } = toldInterview();
  const retold = retellSection(state, {
    section: 'result',
    text: ' Lost rows fell from 900 a night to none in May. ',
  });
  const text = mainAnswer(retold.transcript)?.text ?? '';
  expect(text.replaceAll('\n', ' ')).toBe(
    'The export lost rows. I wrote a check and showed it to the lead. Lost rows fell from 900 a night to none in May.',
  );
  expect(text.slice(retold.start, retold.end)).toBe('Lost rows fell from 900 a night to none in May.');
  expect(retold.before).toBe('It got better.');
});

test('a section that was never told is put behind the one before it', () => {
  const { state } = toldInterview();
  const retold = retellSection(state, { section: 'task', text: 'It was not my job.' });
  expect(mainAnswer(retold.transcript)?.text.replaceAll('\n', ' ')).toBe(
    'The export lost rows. It was not my job. I wrote a check and showed it to the lead. It got better.',
  );
  expect(retold.before).toBe('');
});

test('before and after are compared on the criteria of that section, with quotes of the new words only', () => {
  const { state, context } = toldInterview();
  const redo = { section: 'result', text: 'Lost rows fell from 900 a night to none in May.' } as const;
  const retold = retellSection(state, redo);
  const read = assessmentOf(retold.transcript, context, { expected: () => 1, rating: () => 1 });
  const quoted = firstWords('c2', redo.text).map((quote) => ({
    ...quote,
    start: retold.start,
    end: retold.start + quote.quote.length,
  }));
  const better = {
    ...read,
    criteria: read.criteria.map((entry) =>
      entry.criterion === 'metric'
        ? { ...entry, expected: 2.8, score: 3 as const, evidence: [...quoted, ...entry.evidence] }
        : entry,
    ),
  };
  const result = compareRedo(state, redo, retold, better, context);
  expect(result.changes.map(({ criterion }) => criterion)).toEqual(['metric', 'impact', 'durability']);
  expect(result.changes[0]).toMatchObject({ before: 1, after: 3, needs: null });
  expect(result.changes[0]?.evidence).toEqual([
    { turnId: 'redo', quote: 'Lost rows fell from 900', start: 0, end: 'Lost rows fell from 900'.length },
  ]);
  expect(result.seconds.after).toBeGreaterThan(result.seconds.before);
});
