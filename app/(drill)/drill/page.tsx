import type { Metadata } from 'next';
import Link from 'next/link';
import { drillHref, exerciseHref } from '#components/drill/drill-links.ts';
import { aboutMinutes, kindWords } from '#components/drill/drill-words.ts';
import { KindList } from '#components/drill/kind-list.tsx';
import { PracticeCalendar } from '#components/drill/practice-calendar.tsx';
import { RememberZone } from '#components/drill/remember-zone.tsx';
import { SessionList } from '#components/drill/session-list.tsx';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { withinSchema } from '#lib/http/drill-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { pageZone } from '#lib/http/page-zone.ts';
import { drillProgress } from '#lib/services/drill/drill-progress.ts';
import { getDrillSession } from '#lib/services/drill/get-drill-session.ts';

export const metadata: Metadata = { title: 'Drill' };

export default async function DrillPage({ searchParams }: PageProps<'/drill'>) {
  const within = withinSchema.parse(await searchParams);
  const [context, utcOffset] = [await pageContext(), await pageZone()];
  const session = await getDrillSession({ context, input: { utcOffset, ...within } });
  const progress = await drillProgress({ context, input: { utcOffset } });
  const [first] = session.exercises;
  const narrowed = within.kind ?? within.scenario ?? within.story;
  return (
    <main id="content" className="sheet w-full pb-20">
      <RememberZone known={utcOffset} />
      <h1 className="max-w-[26ch] pt-12 pb-10 text-display">
        {first ? 'Five minutes, one piece at a time.' : 'Today’s five minutes are done.'}
      </h1>
      <MarginSection
        title={
          within.kind
            ? kindWords[within.kind].name
            : within.story
              ? 'This story'
              : within.scenario
                ? 'This question'
                : 'Today'
        }
        note={first && `${session.exercises.length} exercises, ${aboutMinutes(session.seconds)}`}
      >
        {first ? (
          <>
            <SessionList exercises={session.exercises} within={within} />
            <Link href={exerciseHref(first.id, within)} className={`${buttonClass('main')} mt-6 px-7`}>
              Begin
            </Link>
          </>
        ) : (
          <p className="max-w-read text-read">
            What went badly comes back tomorrow, what went well later.{' '}
            <Link href={drillHref({ more: true })} className="link">
              Five minutes more
            </Link>
          </p>
        )}
        {narrowed !== undefined && (
          <p className="mt-5 text-note">
            <Link href={drillHref()} className="link">
              Back to today’s mix
            </Link>
          </p>
        )}
      </MarginSection>
      <MarginSection title="One kind only" note="Five minutes of it">
        <KindList kinds={progress.kinds} chosen={within.kind} />
      </MarginSection>
      <MarginSection title="So far">
        <PracticeCalendar progress={progress} />
      </MarginSection>
      <MarginSection title="Your own stories">
        <p className="max-w-read text-note">
          Exercises are drawn from the library and from your{' '}
          <Link href="/stories" className="link">
            story bank
          </Link>
          : each section against its clock, the questions it will meet, its numbers.
        </p>
      </MarginSection>
    </main>
  );
}
