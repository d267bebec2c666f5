import type { ShownTurn } from '#lib/domain/interview-view.ts';

const names = { bar_raiser: 'Bar raiser', candidate: 'You' } as const;

/** One utterance, set as in a printed interview: the speaker in the margin, the question larger than the answer. */
export function TurnLine({
  turn,
  children,
  compact = false,
}: {
  turn: Pick<ShownTurn, 'id' | 'speaker' | 'text'>;
  children?: React.ReactNode;
  compact?: boolean;
}) {
  const asks = turn.speaker === 'bar_raiser';
  const layout = compact ? 'grid gap-1' : 'margin-row gap-y-1';
  const size = compact
    ? asks
      ? 'text-note font-medium'
      : 'text-note'
    : asks
      ? 'text-ask font-medium'
      : 'text-read';
  return (
    <li id={`turn-${turn.id}`} className={`${layout} keep`} data-speaker={turn.speaker}>
      <p className={`label pt-1 ${asks ? 'text-rubric!' : ''}`}>{names[turn.speaker]}</p>
      <p className={`${size} max-w-read whitespace-pre-line`}>{children ?? turn.text}</p>
    </li>
  );
}
