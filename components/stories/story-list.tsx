import Link from 'next/link';
import { formatClock } from '#components/interview/clock.ts';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { speakingSeconds } from '#lib/domain/spoken-time.ts';
import type { StorySummary } from '#lib/domain/story/story-view.ts';

/** One's own stories, numbered as the coverage map numbers them. */
export function StoryList({
  stories,
  principleNames,
}: {
  stories: readonly StorySummary[];
  principleNames: Readonly<Record<string, string>>;
}) {
  return (
    <ol className="-mt-4">
      {stories.map(({ story, words, timesUsed, best }, index) => (
        <li
          key={story.id}
          className="grid grid-cols-[1.75rem_minmax(0,1fr)] border-b border-rule py-4 last:border-b-0"
        >
          <span className="label figures pt-1.5">{index + 1}</span>
          <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
            <div className="max-w-read min-w-0">
              <h3 className="text-ask">
                <Link href={`/stories/${story.id}`} className="hover:text-rubric">
                  {story.content.title}
                </Link>
              </h3>
              <p className="label mt-0.5 font-normal">
                {story.content.principles.map((principle) => principleNames[principle]).join(', ') ||
                  'Told for no principle yet'}
              </p>
            </div>
            <p className="label figures font-normal">
              {formatClock(speakingSeconds(words))} when spoken · {usedWords(timesUsed)}
              {best && ` · best ${voteLabels[best.vote]} (${levelLabels[best.level]})`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function usedWords(times: number): string {
  if (times === 0) return 'not used yet';
  return times === 1 ? 'used once' : `used ${times} times`;
}
