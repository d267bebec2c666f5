import type { SpokenWord } from './spoken-word.ts';
import { type TextWord, textWords } from './text-words.ts';

/** A word of the sent text with the seconds it was said at; null where it was typed, or corrected to something else. */
export interface TimedWord extends TextWord {
  time: { start: number; end: number } | null;
}

/**
 * The words of a turn as it was sent, with the times of those that were heard: what was recognised may have been
 * corrected, cut or added to before it was sent. Longest common subsequence of the folded words.
 */
export function alignWords(text: string, spoken: readonly SpokenWord[]): TimedWord[] {
  const written = textWords(text);
  const heard = spoken.flatMap(([word, start, end]) =>
    textWords(word).map(({ folded }) => ({ folded, start, end })),
  );
  const pairs = commonWords(
    written.map(({ folded }) => folded),
    heard.map(({ folded }) => folded),
  );
  return written.map((word, index) => {
    const said = heard[pairs.get(index) ?? -1];
    return { ...word, time: said ? { start: said.start, end: said.end } : null };
  });
}

/** Which word of `left` is which of `right`, both in order. What both begin and end with is set aside: most of it is. */
function commonWords(left: readonly string[], right: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let begin = 0;
  while (begin < left.length && begin < right.length && left[begin] === right[begin]) {
    pairs.set(begin, begin);
    begin += 1;
  }
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > begin && rightEnd > begin && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
    pairs.set(leftEnd, rightEnd);
  }
  const [rows, columns] = [leftEnd - begin, rightEnd - begin];
  const width = columns + 1;
  const longest = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = left[begin + row] === right[begin + column];
      longest[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (left[begin + row] === right[begin + column]) {
      pairs.set(begin + row, begin + column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
