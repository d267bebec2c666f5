import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type RunHeader, type RunRecord, readRun, writeRun } from '#evals/runner/run-record.ts';
import type { CaseRecord } from '#evals/suites/finding.ts';

const directory = new URL('../baseline/', import.meta.url).pathname;

/** One baseline an engine and scope: another model is another lineage. */
export function baselinePath({
  engine,
  scope,
  replay,
}: Pick<RunHeader, 'engine' | 'scope' | 'replay'>): string {
  const name = [engine, ...(scope === 'smoke' ? ['smoke'] : []), ...(replay ? ['replay'] : [])].join(' ');
  return join(directory, `${name.toLowerCase().replace(/[^a-z0-9.]+/gu, '-')}.jsonl`);
}

/** The committed baseline a run is to be compared with, or null where none was accepted. */
export function readBaseline(header: RunHeader): RunRecord | null {
  const path = baselinePath(header);
  return existsSync(path) ? readRun(path) : null;
}

/** Makes a run the baseline. `why` stands in the file; git keeps the ones before. */
export function acceptBaseline({ header, cases }: RunRecord, why: string): string {
  mkdirSync(directory, { recursive: true });
  const path = baselinePath(header);
  writeRun(path, { header: { ...header, why }, cases: cases.map(withoutWords) });
  return path;
}

/** The words of an answer stand in the data; a baseline keeps what numbers and flips are computed from. */
function withoutWords(each: CaseRecord): CaseRecord {
  if (each.status === 'failed') return each;
  const { quotes: _, ...finding } = each.finding;
  const shares = Object.fromEntries(Object.entries(finding.shares).filter(([, [, whole]]) => whole > 0));
  return { ...each, finding: { ...finding, shares } };
}
