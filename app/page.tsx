import { EngineNote } from '#components/start/engine-note.tsx';
import { StartForm } from '#components/start/start-form.tsx';
import { Unfinished } from '#components/start/unfinished.tsx';
import { YourWords } from '#components/start/your-words.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { describeEngines } from '#lib/services/describe-engines.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { listScenarios } from '#lib/services/list-scenarios.ts';

export default async function StartPage() {
  const context = await pageContext();
  const interviews = await listInterviews({ context });
  const unfinished = interviews.filter(({ vote }) => vote === null);
  const engines = await describeEngines({ context });
  return (
    <main id="content" className="sheet w-full">
      <h1 className="max-w-[24ch] pt-12 pb-12 text-display tablet:pt-20 tablet:pb-16">
        Tell a bar raiser one story from your work, answer what they ask, and read the debrief.
      </h1>
      <Unfinished interviews={unfinished} />
      <StartForm
        scenarios={listScenarios({ context })}
        speaking={engines.speaking}
        grading={engines.grading}
      />
      <EngineNote engines={engines} />
      <YourWords speaking={engines.speaking} grading={engines.grading} />
    </main>
  );
}
