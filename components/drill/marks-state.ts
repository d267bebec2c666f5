import type { Range } from '#lib/domain/drill/words.ts';

/** Marked runs of words, by the words' places, first and last included; in order, none touching another. */
export interface MarksState {
  runs: readonly (readonly [first: number, last: number])[];
  /** The word a run was begun with; the next word chosen ends it. */
  begun: number | null;
  /** The word the keyboard stands at. */
  at: number;
}

export type MarksAction =
  | { type: 'chosen'; word: number }
  | { type: 'moved'; to: number }
  | { type: 'dragged'; from: number; to: number }
  | { type: 'left-off' }
  | { type: 'restored'; runs: MarksState['runs'] };

export const noMarks: MarksState = { runs: [], begun: null, at: 0 };

/**
 * Choosing a word begins a run, choosing a second ends it there; choosing a marked word takes its run away. A drag marks
 * at once. Escape leaves a begun run off.
 */
export function marksReducer(state: MarksState, action: MarksAction): MarksState {
  switch (action.type) {
    case 'chosen': {
      const { word } = action;
      if (state.begun !== null) return { runs: joined(state.runs, state.begun, word), begun: null, at: word };
      const rest = state.runs.filter(([first, last]) => word < first || word > last);
      return rest.length < state.runs.length
        ? { runs: rest, begun: null, at: word }
        : { ...state, begun: word, at: word };
    }
    case 'moved':
      return { ...state, at: action.to };
    case 'dragged':
      return { runs: joined(state.runs, action.from, action.to), begun: null, at: action.to };
    case 'left-off':
      return { ...state, begun: null };
    case 'restored':
      return { ...state, runs: action.runs };
  }
}

function joined(runs: MarksState['runs'], one: number, other: number): MarksState['runs'] {
  let [first, last] = [Math.min(one, other), Math.max(one, other)];
  const apart: (readonly [number, number])[] = [];
  for (const run of runs) {
    if (run[1] < first - 1 || run[0] > last + 1) apart.push(run);
    else [first, last] = [Math.min(first, run[0]), Math.max(last, run[1])];
  }
  return [...apart, [first, last] as const].sort((a, b) => a[0] - b[0]);
}

/** Whether a word is marked, or would be if the run that is begun ended at it. */
export function isMarked({ runs }: MarksState, word: number): boolean {
  return runs.some(([first, last]) => word >= first && word <= last);
}

/** The runs as ranges of the text (UTF-16 units). */
export function rangesOf({ runs }: MarksState, words: readonly Range[]): Range[] {
  return runs.flatMap(([first, last]) => {
    const [start, end] = [words[first]?.start, words[last]?.end];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
