import { Fragment } from 'react';
import { findPhrases } from '#lib/domain/find-phrases.ts';

/** A text with its key phrases marked where they stand. */
export function MarkedPhrases({ text, phrases }: { text: string; phrases: readonly string[] }) {
  return findPhrases(text, phrases).map(({ text: words, start, phrase }) =>
    phrase === null ? (
      <Fragment key={start}>{words}</Fragment>
    ) : (
      <mark key={start} className="key-phrase">
        {words}
      </mark>
    ),
  );
}
