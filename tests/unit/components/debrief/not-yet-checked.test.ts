import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CriterionList } from '#components/debrief/criterion-list.tsx';
import { PointList } from '#components/debrief/point-list.tsx';
import { loadLibrary } from '#lib/content/library.ts';
import { explain } from '#lib/domain/explanation.ts';
import type { CriterionReport } from '#lib/domain/report-schema.ts';
import { type Criterion, criterionIn, type Score } from '#lib/domain/rubric.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

const { rubric } = loadLibrary();

function reported(criterion: Criterion, score: Score | null): CriterionReport {
  const { name, section } = criterionIn(rubric, criterion);
  const explained = explain({ criterion, score }, rubric);
  return {
    criterion,
    name,
    section,
    score,
    firstScore: score,
    expected: score ?? 0,
    ...explained,
    evidence: [],
    against: [],
  };
}

const marks = (html: string) => html.split(notYetChecked).length - 1;

describe('what no rated answers stand behind', () => {
  it('is marked in the list of scores, and nothing else is', () => {
    const criteria = [reported('metric', 2), reported('candour', 1)];
    const html = (unvalidated: Criterion[]) =>
      renderToStaticMarkup(createElement(CriterionList, { criteria, unvalidated }));
    expect(marks(html(['candour', 'trust_repaired']))).toBe(1);
    expect(html(['candour']).indexOf(notYetChecked)).toBeGreaterThan(html(['candour']).indexOf('Candour'));
    expect(marks(html([]))).toBe(0);
  });

  it('is marked beside a point that rests on it', () => {
    const point = (criterion: Criterion | null) => ({
      criterion,
      text: `About ${criterion}.`,
      evidence: [],
      asked: null,
    });
    const points = [point('metric'), point('candour'), point(null)];
    const html = renderToStaticMarkup(
      createElement(PointList, { points, none: '', unvalidated: ['candour'] }),
    );
    expect(marks(html)).toBe(1);
  });
});

describe('a score in the list', () => {
  it.each([0, 1, 2, 3] as const)(
    'of %i says what was found, what it means and what the next needs',
    (score) => {
      const entry = reported('metric', score);
      const html = renderToStaticMarkup(createElement(CriterionList, { criteria: [entry], unvalidated: [] }));
      const plain = html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
      expect(plain).toContain(entry.found);
      expect(plain).toContain(entry.anchor);
      if (entry.next) expect(plain).toContain(entry.next.needs);
      expect(plain.includes('For a')).toBe(score < 3);
    },
  );
});
