'use client';

import { Fragment, useRef } from 'react';
import type { Range } from '#lib/domain/drill/words.ts';
import { isMarked, type MarksAction, type MarksState } from './marks-state.ts';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A text whose words can be marked: by two clicks or taps, by drawing over them, or with the keyboard - one stop for
 * Tab, the arrows go from word to word, Enter or the space bar begins and ends a mark.
 */
export function WordMarker({
  text,
  words,
  marks,
  dispatch,
}: {
  text: string;
  words: readonly Range[];
  marks: MarksState;
  dispatch: (action: MarksAction) => void;
}) {
  const box = useRef<HTMLFieldSetElement>(null);
  const pressed = useRef<number | null>(null);

  function move(to: number) {
    const word = Math.min(Math.max(to, 0), words.length - 1);
    dispatch({ type: 'moved', to: word });
    box.current?.querySelector<HTMLElement>(`[data-word="${word}"]`)?.focus();
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = steps[event.key];
    const ends: Record<string, number> = { Home: 0, End: words.length - 1 };
    const to = step === undefined ? ends[event.key] : marks.at + step;
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    }
    if (event.key === 'Escape') dispatch({ type: 'left-off' });
  }

  return (
    <fieldset
      ref={box}
      onKeyDown={onKeyDown}
      className="touch-pan-y rounded-control border border-edge bg-sheet px-4 py-3 text-read select-none"
    >
      <legend className="sr-only">The weak answer, word by word</legend>
      {words.map(({ start, end }, index) => (
        <Fragment key={start}>
          <button
            type="button"
            data-word={index}
            tabIndex={index === marks.at ? 0 : -1}
            aria-pressed={isMarked(marks, index)}
            onPointerDown={() => {
              pressed.current = index;
            }}
            onPointerUp={() => {
              const from = pressed.current;
              pressed.current = null;
              if (from !== null && from !== index) dispatch({ type: 'dragged', from, to: index });
            }}
            onClick={() => dispatch({ type: 'chosen', word: index })}
            className={`cursor-pointer ${wordLook(marks, index)}`}
          >
            {text.slice(start, end)}
          </button>
          <span className={isMarked(marks, index) && isMarked(marks, index + 1) ? 'bg-wash' : ''}> </span>
        </Fragment>
      ))}
    </fieldset>
  );
}

function wordLook(marks: MarksState, index: number): string {
  if (marks.begun === index) return 'bg-wash underline decoration-rubric decoration-2 underline-offset-4';
  return isMarked(marks, index) ? 'bg-wash' : 'hover:text-rubric';
}
