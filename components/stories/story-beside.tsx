import Link from 'next/link';
import { sectionLabels, sectionOrder } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { Story } from '#lib/domain/story/story.ts';

/** The story one is about to tell, to read once more before the interview; folded, so that the form is not far. */
export function StoryBeside({ story: { id, content } }: { story: Pick<Story, 'id' | 'content'> }) {
  const told = sectionOrder.filter((section) => content.sections[section] !== '');
  return (
    <MarginSection title="Your story" note="Read it once more; in the interview you tell it without">
      <h3 className="text-ask font-medium">
        <Link href={`/stories/${id}`} className="hover:text-rubric">
          {content.title}
        </Link>
      </h3>
      <details open className="mt-3">
        <summary className="label hover:text-rubric">The story, section by section</summary>
        <dl className="mt-3 grid max-w-field gap-x-6 gap-y-3 tablet:grid-cols-[6.5rem_minmax(0,1fr)]">
          {told.map((section) => (
            <div key={section} className="contents">
              <dt className="label pt-0.5">{sectionLabels[section]}</dt>
              <dd className="text-note whitespace-pre-line">{content.sections[section]}</dd>
            </div>
          ))}
          {content.numbers.length > 0 && (
            <div className="contents">
              <dt className="label pt-0.5">Numbers</dt>
              <dd className="figures grid gap-1 text-note">
                {content.numbers.map(({ what, before, after, over, worth }) => (
                  <span key={`${what}${before}${after}`}>
                    {what}:{' '}
                    {[[before, after].filter(Boolean).join(' → '), over, worth].filter(Boolean).join(', ')}
                  </span>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </details>
    </MarginSection>
  );
}
