import { type Decision, exitCodes } from '#evals/gate/decide.ts';
import type { RunHeader } from '#evals/runner/run-record.ts';

/** Everything a machine may want of a run beside its cases. */
export function jsonReport(header: RunHeader, decision: Decision): string {
  const number = (value: number) => (Number.isNaN(value) ? null : Number(value.toFixed(5)));
  const { outcome, reasons, measured, changes, broken, failed, floors, flips, common } = decision;
  return `${JSON.stringify(
    {
      header,
      outcome,
      exitCode: exitCodes[outcome],
      reasons,
      measures: measured.map(({ measure, value, n, interval, over }) => ({
        ...{ id: measure.id, name: measure.name, suite: measure.suite, n, over },
        ...{ value: number(value), low: number(interval.low), high: number(interval.high) },
      })),
      changes: changes.map(({ measure, before, after, interval, probability, movement, units }) => ({
        ...{ id: measure.id, movement, units, probability },
        ...{
          before: number(before),
          after: number(after),
          low: number(interval.low),
          high: number(interval.high),
        },
      })),
      floors: floors.map(({ measured: { measure, value }, floor }) => ({
        id: measure.id,
        value: number(value),
        floor,
      })),
      ...{ broken, failed, flips },
      changed: common?.changed ?? null,
      added: common?.added ?? null,
    },
    null,
    1,
  )}\n`;
}
