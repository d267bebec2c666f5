import Link from 'next/link';
import { spokenRange } from '#components/interview/clock.ts';
import type { Level } from '#lib/domain/level.ts';
import { topicNames } from '#lib/domain/topic.ts';
import type { StudyEntry } from '#lib/services/study/find-scenarios.ts';
import { scenarioHref } from './study-links.ts';

/** What a search of the library found: the question to read, its principle and field, what the level asks for. */
export function ScenarioEntries({ entries, level }: { entries: readonly StudyEntry[]; level: Level }) {
  return (
    <>
      <p role="status" className="label pb-4">
        {entries.length === 0 ? 'Nothing in the library has all of that.' : countWords(entries.length)}
      </p>
      <ol className="border-t border-rule">
        {entries.map((entry) => (
          <li key={entry.id} className="margin-row border-b border-rule py-6">
            <div className="label">
              <p className="text-ink">{entry.principleName}</p>
              <p className="mt-1 font-normal">{entry.topics.map((topic) => topicNames[topic]).join(', ')}</p>
            </div>
            <div>
              <h2 className="max-w-read text-ask">
                <Link prefetch={false} href={scenarioHref(entry.id, { level })} className="hover:text-rubric">
                  {entry.question}
                </Link>
              </h2>
              <p className="mt-2 max-w-read text-note">{entry.overview}</p>
              <p className="label mt-2 font-normal">
                {entry.readingMinutes} minutes to read; the story takes{' '}
                {spokenRange(entry.levels[level].target_seconds)} to tell
                {entry.read === 'all' && <span className="text-ink">; read</span>}
                {entry.read === 'part' && <span className="text-ink">; begun</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function countWords(count: number): string {
  return count === 1 ? 'One question' : `${count} questions`;
}
