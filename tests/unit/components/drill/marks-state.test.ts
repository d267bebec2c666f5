import { expect, it } from 'vitest';
import {
  isMarked,
  type MarksAction,
  marksReducer,
  noMarks,
  rangesOf,
} from '#components/drill/marks-state.ts';
import { wordsOf } from '#lib/domain/drill/words.ts';

const after = (...actions: MarksAction[]) => actions.reduce(marksReducer, noMarks);
const chosen = (word: number): MarksAction => ({ type: 'chosen', word });

it('marks from the first chosen word to the second, whichever comes first', () => {
  expect(after(chosen(2), chosen(5)).runs).toEqual([[2, 5]]);
  expect(after(chosen(5), chosen(2)).runs).toEqual([[2, 5]]);
  expect(after(chosen(3), chosen(3)).runs).toEqual([[3, 3]]);
});

it('shows where a mark was begun without counting it', () => {
  expect(after(chosen(2))).toMatchObject({ runs: [], begun: 2 });
  expect(after(chosen(2), { type: 'left-off' })).toMatchObject({ runs: [], begun: null });
});

it('takes a mark away by any of its words', () => {
  const marks = after(chosen(2), chosen(5), chosen(8), chosen(9), chosen(4));
  expect(marks).toMatchObject({ runs: [[8, 9]], begun: null });
  expect(isMarked(marks, 4)).toBe(false);
});

it('joins marks that touch or overlap', () => {
  expect(after(chosen(1), chosen(3), { type: 'dragged', from: 4, to: 6 }).runs).toEqual([[1, 6]]);
  expect(
    after(
      { type: 'dragged', from: 0, to: 1 },
      { type: 'dragged', from: 5, to: 6 },
      { type: 'dragged', from: 6, to: 1 },
    ).runs,
  ).toEqual([[0, 6]]);
});

it('gives the places of its words in the text', () => {
  const text = 'We  fixed it\nin the end.';
  expect(
    rangesOf(after(chosen(1), chosen(2)), wordsOf(text)).map(({ start, end }) => text.slice(start, end)),
  ).toEqual(['fixed it']);
});
