import type { Decision } from './decide.ts';

/**
 * What a decision holds against a run that the unchanged product is not to blame for already: new faults, new missed
 * floors, regressions. The test of the gate counts only these, so that a floor missed by everybody catches nothing.
 */
export function freshReasons(decision: Decision, unchanged: Pick<Decision, 'floors' | 'failed'>): string[] {
  const missed = new Set(unchanged.floors.map(({ measured }) => measured.measure.id));
  const faults = decision.broken.filter(({ known }) => !known);
  return [
    ...(faults.length > 0 ? [`${faults.length} broken: ${faults[0]?.fault.split(':')[0]}`] : []),
    ...decision.floors
      .filter(({ measured, fails }) => fails && !missed.has(measured.measure.id))
      .map(({ measured, floor }) => `floor ${floor}: ${measured.measure.name}`),
    ...decision.changes
      .filter(({ movement }) => movement === 'regressed')
      .map(({ measure, before, after }) => `${measure.name} ${before.toFixed(3)} → ${after.toFixed(3)}`),
    ...(decision.failed.length > unchanged.failed.length ? [`${decision.failed.length} cases failed`] : []),
  ];
}
