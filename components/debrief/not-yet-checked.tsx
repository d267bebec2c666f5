import type { Point, Report } from '#lib/domain/report-schema.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

/** Stands beside what is said of a criterion that no rated answers stand behind; nothing beside the others. */
export function NotYetChecked({
  criterion,
  unvalidated,
}: {
  criterion: Point['criterion'];
  unvalidated: Report['unvalidated'];
}) {
  if (!criterion || !unvalidated.includes(criterion)) return null;
  return <p className="label mt-1 font-normal text-faded italic">{notYetChecked}</p>;
}
