import type { Metadata } from 'next';
import Link from 'next/link';
import { LoopForm } from '#components/loop/loop-form.tsx';
import { EngineNote } from '#components/start/engine-note.tsx';
import { YourWords } from '#components/start/your-words.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { describeEngines } from '#lib/services/describe-engines.ts';
import { describeVoice } from '#lib/services/describe-voice.ts';
import { listScenarios } from '#lib/services/list-scenarios.ts';

export const metadata: Metadata = { title: 'A whole loop' };

export default async function NewLoopPage() {
  const context = await pageContext();
  const engines = await describeEngines({ context });
  const names = new Map(
    listScenarios({ context }).map(({ principle, principleName }) => [principle, principleName]),
  );
  return (
    <main id="content" className="sheet w-full">
      <h1 className="max-w-[24ch] pt-12 pb-4 text-display">
        A whole loop: two interviewers, two to four questions, one debrief.
      </h1>
      <p className="pb-10 text-note text-faded">
        Or{' '}
        <Link href="/mock" className="link">
          one question
        </Link>
        .
      </p>
      <LoopForm
        principles={[...names].map(([principle, name]) => ({ principle, name }))}
        voice={describeVoice({ context })}
        speaking={engines.speaking}
        grading={engines.grading}
      />
      <EngineNote engines={engines} />
      <YourWords speaking={engines.speaking} grading={engines.grading} />
    </main>
  );
}
