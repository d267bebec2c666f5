import { Fragment } from 'react';
import { TurnLine } from '#components/interview/turn-line.tsx';
import type { Evidence } from '#lib/domain/evidence.ts';
import type { ShownTurn } from '#lib/domain/interview-view.ts';
import { segmentsOf } from './marked-text.ts';

/** Everything that was said, with the quoted words marked where they stand. */
export function Transcript({ turns, quotes }: { turns: readonly ShownTurn[]; quotes: readonly Evidence[] }) {
  return (
    <ol className="grid gap-5">
      {turns.map((turn) => (
        <TurnLine key={turn.id} turn={turn} compact>
          <MarkedText text={turn.text} quotes={quotes.filter(({ turnId }) => turnId === turn.id)} />
        </TurnLine>
      ))}
    </ol>
  );
}

function MarkedText({ text, quotes }: { text: string; quotes: readonly Evidence[] }) {
  return segmentsOf(text, quotes).map((segment) => {
    if (segment.quotes.length === 0) return <Fragment key={segment.start}>{segment.text}</Fragment>;
    const [first, ...others] = segment.begins;
    return (
      <Fragment key={segment.start}>
        {others.map((id) => (
          <span key={id} id={id} />
        ))}
        <span id={first} className="quoted" data-quotes={segment.quotes.join(' ')}>
          {segment.text}
        </span>
      </Fragment>
    );
  });
}
