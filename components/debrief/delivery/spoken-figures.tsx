import { formatClock } from '#components/interview/clock.ts';
import type { Delivery } from '#lib/domain/delivery/delivery.ts';

/** The few figures of how it was spoken. */
export function SpokenFigures({ delivery }: { delivery: Delivery }) {
  const { spokenTurns, turns, wordsAMinute, spokenSeconds, pause } = delivery;
  return (
    <dl className="grid gap-x-8 gap-y-4 tablet:grid-cols-3">
      <Figure
        name="Spoken"
        value={formatClock(spokenSeconds)}
        note={
          spokenTurns === turns
            ? 'all of your answers'
            : `${spokenTurns} of ${turns} answers; you typed the others`
        }
      />
      <Figure
        name="Words a minute"
        value={wordsAMinute === null ? '–' : String(Math.round(wordsAMinute))}
        note={
          wordsAMinute === null
            ? 'too few words to tell'
            : 'pauses included; 150 is what times are planned with'
        }
      />
      <Figure
        name="Longest pause"
        value={pause ? `${pause.seconds.toFixed(1)} s` : '–'}
        note={pause ? `“${pause.before}” … “${pause.after}”` : 'the recogniser gave no times of words'}
      />
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd className="figures text-title">{value}</dd>
      <dd className="label font-normal">{note}</dd>
    </div>
  );
}
