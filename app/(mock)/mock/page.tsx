import type { Metadata } from 'next';
import { EngineNote } from '#components/start/engine-note.tsx';
import { StartForm } from '#components/start/start-form.tsx';
import { Unfinished } from '#components/start/unfinished.tsx';
import { YourWords } from '#components/start/your-words.tsx';
import { StoryBeside } from '#components/stories/story-beside.tsx';
import { mockQuerySchema } from '#lib/http/mock-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { describeEngines } from '#lib/services/describe-engines.ts';
import { describeVoice } from '#lib/services/describe-voice.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { listScenarios } from '#lib/services/list-scenarios.ts';
import { findStory } from '#lib/services/story/find-story.ts';

export const metadata: Metadata = { title: 'Mock interview' };

export default async function MockPage({ searchParams }: PageProps<'/mock'>) {
  const wanted = mockQuerySchema.parse(await searchParams);
  const context = await pageContext();
  const interviews = await listInterviews({ context });
  const unfinished = interviews.filter(({ vote }) => vote === null);
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
      <EngineNote engines={engines} />
      <YourWords speaking={engines.speaking} grading={engines.grading} />
    </main>
  );
}
