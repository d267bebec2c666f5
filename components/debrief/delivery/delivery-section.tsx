import type { Delivery } from '#lib/domain/delivery/delivery.ts';
import type { Pace } from '#lib/domain/report-schema.ts';
import { PaceChart } from '../pace-chart.tsx';
import { FillerList } from './filler-list.tsx';
import { PersonChart } from './person-chart.tsx';
import { RateChart } from './rate-chart.tsx';
import { SpokenFigures } from './spoken-figures.tsx';

/** How the interview sounded: beside the vote, and without any part in it. What can't be known is not shown. */
export function DeliverySection({ delivery, pace }: { delivery: Delivery; pace: Pace | null }) {
  const { spokenTurns, rate, fillers, persons, sections, story } = delivery;
  const measured = sections.some((section) => section.measured);
  return (
    <div className="grid max-w-read gap-9">
      <p className="text-note text-faded">
        None of this has any part in the vote or the scores.
        {spokenTurns === 0 &&
          ' You typed: pace, pauses and filler words can’t be known, and times are what your words would take at 150 a minute.'}
      </p>
      {spokenTurns > 0 && <SpokenFigures delivery={delivery} />}
      {pace && story && (
        <Part
          title={
            measured
              ? 'Time for each part of the story'
              : 'Time for each part of the story, at 150 words a minute'
          }
        >
          <PaceChart
            pace={{ ...pace, sections, seconds: story.seconds }}
            measured={measured && story.measured}
            estimated={
              measured ? sections.filter((section) => !section.measured).map(({ section }) => section) : []
            }
          />
        </Part>
      )}
      {rate.length > 1 && (
        <Part title="Pace while you told the story">
          <RateChart rate={rate} />
        </Part>
      )}
      {fillers && (
        <Part title="Filler words">
          <FillerList fillers={fillers} aMinute={delivery.fillersAMinute} />
        </Part>
      )}
      {persons.length > 0 && (
        <Part title="“I” and “we”, from your first words to your last">
          <PersonChart persons={persons} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="keep">
      <h3 className="mb-2 font-sans text-control font-semibold">{title}</h3>
      {children}
    </div>
  );
}
