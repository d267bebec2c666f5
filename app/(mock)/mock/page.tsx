import type { Metadata } from 'next';
import Link from 'next/link';
import { UnfinishedLoops } from '#components/loop/unfinished-loops.tsx';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { EngineNote } from '#components/start/engine-note.tsx';
import { StartForm } from '#components/start/start-form.tsx';
import { Unfinished } from '#components/start/unfinished.tsx';
import { YourWords } from '#components/start/your-words.tsx';
import { StoryBeside } from '#components/stories/story-beside.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { mockQuerySchema } from '#lib/http/mock-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { describeEngines } from '#lib/services/describe-engines.ts';
import { describeVoice } from '#lib/services/describe-voice.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { listScenarios } from '#lib/services/list-scenarios.ts';
import { interviewsInLoops, listLoops } from '#lib/services/loop/list-loops.ts';
import { findStory } from '#lib/services/story/find-story.ts';

export const metadata: Metadata = { title: 'Mock interview' };

export default async function MockPage({ searchParams }: PageProps<'/mock'>) {
  const wanted = mockQuerySchema.parse(await searchParams);
  const context = await pageContext();
  const interviews = await listInterviews({ context });
  const loops = await listLoops({ context, input: { atMost: 5 } });
  // A question of a loop is come back to through its loop.
  const inLoops = await interviewsInLoops({ context });
  const unfinished = interviews.filter(({ id, vote }) => vote === null && !inLoops.has(id));
  const engines = await describeEngines({ context });
  const taken = wanted.story ? await findStory({ context, input: { storyId: wanted.story } }) : null;
  return (
    <main id="content" className="sheet w-full">
      <h1 className="max-w-[24ch] pt-12 pb-10 text-display">
        Tell a bar raiser one story from your work, answer what they ask, and read the debrief.
      </h1>
      {taken ? <StoryBeside story={taken.story} /> : <Unfinished interviews={unfinished} />}
      <StartForm
        scenarios={listScenarios({ context })}
        wanted={taken ? { scenario: taken.scenarioId, ...wanted } : wanted}
        storyId={taken?.story.id}
        voice={describeVoice({ context })}
        speaking={engines.speaking}
        grading={engines.grading}
      />
      {!taken && (
        <MarginSection title="Or a whole loop" note="25 to 60 minutes">
          <p className="max-w-read text-note">
            Two to four questions by two interviewers, a break between them, one of the questions a surprise,
            and one debrief for all of it.
          </p>
          <Link href="/loops/new" className={`${buttonClass('plain')} mt-4`}>
            Plan a loop
          </Link>
          <UnfinishedLoops loops={loops} />
        </MarginSection>
      )}
      <EngineNote engines={engines} />
      <YourWords speaking={engines.speaking} grading={engines.grading} />
    </main>
  );
}
