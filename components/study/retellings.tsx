import type { Level } from '#lib/domain/level.ts';
import { type Principle, principleNames } from '#lib/domain/principle.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { LinkSwitch } from './link-switch.tsx';
import { scenarioHref } from './study-links.ts';

/** The same story told for another principle: one at a time on a screen, all of them on paper. */
export function Retellings({
  scenario,
  level,
  chosen,
}: {
  scenario: Pick<Scenario, 'id' | 'reframings'>;
  level: Level;
  chosen: Principle | undefined;
}) {
  const { reframings } = scenario;
  const shown = reframings.find(({ principle }) => principle === chosen) ?? reframings[0];
  return (
    <div id="retold">
      <LinkSwitch
        label="Principle to retell the story for"
        chosen={shown?.principle ?? ''}
        options={reframings.map(({ principle }) => ({
          key: principle,
          name: principleNames[principle],
          href: scenarioHref(scenario.id, { level, retold: principle }),
        }))}
      />
      {reframings.map(({ principle, lead_with, emphasise, downplay }) => (
        <div key={principle} className={principle === shown?.principle ? '' : 'hidden print:block'}>
          <h3 className="mt-4 max-w-read text-ask">{principleNames[principle]}</h3>
          <dl className="mt-3 grid max-w-read grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 gap-y-2 text-note">
            <dt className="label leading-6">Lead with</dt>
            <dd>{lead_with}</dd>
            <dt className="label leading-6">Bring out</dt>
            <dd>{emphasise}</dd>
            <dt className="label leading-6">Leave small</dt>
            <dd>{downplay}</dd>
          </dl>
        </div>
      ))}
    </div>
  );
}
