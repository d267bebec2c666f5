import { Button } from '#components/ui/button.tsx';
import type { StoryContent, StoryVersion } from '#lib/domain/story/story.ts';

/** The saved states of a story, newest first. Taking one up puts its words into the form; saving makes it the newest. */
export function VersionList({
  versions,
  current,
  onTake,
}: {
  versions: readonly StoryVersion[];
  current: number | null;
  onTake: (content: StoryContent) => void;
}) {
  return (
    <ol className="max-w-read">
      {versions.toReversed().map(({ version, at, content }) => (
        <li
          key={version}
          className="figures flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2 font-sans text-control last:border-b-0"
        >
          <span>
            {version}. {content.title}{' '}
            <time dateTime={new Date(at).toISOString()} className="label font-normal">
              {when(at)}
            </time>
          </span>
          {version === current ? (
            <span className="label font-normal">as it stands</span>
          ) : (
            <Button look="quiet" aria-label={`Take up version ${version}`} onClick={() => onTake(content)}>
              Take it up
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function when(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
