import Link from 'next/link';
import { levelLabels, levelOrder } from '#components/labels.ts';
import { buttonClass } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import { principleNames, principleSchema } from '#lib/domain/principle.ts';
import { topicNames, topicSchema } from '#lib/domain/topic.ts';
import type { ScenarioSummary } from '#lib/services/list-scenarios.ts';
import type { LibraryQuery } from './study-links.ts';

/** Search and filters of the library: a form that sends itself to its own page, with or without script. */
export function LibraryFilter({
  scenarios,
  words,
  query,
}: {
  scenarios: readonly Pick<ScenarioSummary, 'principle' | 'topics'>[];
  words: string;
  query: Omit<LibraryQuery, 'words'>;
}) {
  const principles = principleSchema.options.filter((each) =>
    scenarios.some(({ principle }) => principle === each),
  );
  const topics = topicSchema.options.filter((each) =>
    scenarios.some((scenario) => scenario.topics.includes(each)),
  );
  const filtered = words !== '' || query.principle !== undefined || query.topic !== undefined;
  return (
    <search aria-label="The library">
      <form action="/study" className="no-print border-t border-rule py-5">
        <div className="grid items-end gap-x-5 gap-y-4 tablet:grid-cols-2 desk:grid-cols-[minmax(0,1.4fr)_minmax(0,1.2fr)_minmax(0,1fr)_7rem_auto]">
          <label className="block">
            <span className="label">Words</span>
            <input
              type="search"
              name="q"
              defaultValue={words}
              maxLength={200}
              className="mt-1 block min-h-11 w-full rounded-control border border-edge bg-sheet px-3 font-sans text-control"
            />
          </label>
          <Select label="Principle" name="principle" value={query.principle ?? ''}>
            <option value="">All sixteen</option>
            {principles.map((principle) => (
              <option key={principle} value={principle}>
                {principleNames[principle]}
              </option>
            ))}
          </Select>
          <Select label="Field" name="topic" value={query.topic ?? ''}>
            <option value="">All fields</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {topicNames[topic]}
              </option>
            ))}
          </Select>
          <Select label="Your level" name="level" value={query.level}>
            {levelOrder.map((level) => (
              <option key={level} value={level}>
                {levelLabels[level]}
              </option>
            ))}
          </Select>
          <button type="submit" className={buttonClass('plain')}>
            Search
          </button>
        </div>
        {filtered && (
          <p className="mt-3 text-note">
            <Link href="/study" className="link">
              Show all of them
            </Link>
          </p>
        )}
      </form>
    </search>
  );
}
