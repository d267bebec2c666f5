import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { engineName } from '#components/engine-words.ts';
import { Day } from '#components/history/day.tsx';
import { levelLabels } from '#components/labels.ts';
import { ReplayPlayer } from '#components/replay/replay-player.tsx';
import { ReplayTranscript } from '#components/replay/replay-transcript.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { waitAtMost } from '#lib/domain/history/replay-timeline.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { getReplay } from '#lib/services/history/get-replay.ts';

export const metadata: Metadata = { title: 'Replay' };

const tooEarly = new Set(['interview_open', 'self_vote_first', 'loop_open', 'not_assessed']);

export default async function ReplayPage({ params }: PageProps<'/interviews/[id]/replay'>) {
  const { id } = await params;
  const { interview, report, steps } = await load(id);
  const probes = Object.fromEntries(
    report.probes.map(({ replyTurnId, rating, why }) => [replyTurnId, { rating, why }]),
  );
  const watched = { steps, probes, mark: notYetChecked };
  return (
    <main id="content" className="sheet w-full pb-10">
      <header className="pt-10 pb-8">
        <p className="label">
          Replay, {interview.principleName}, {levelLabels[report.level]}, <Day at={interview.createdAt} />,
          read by {engineName(report.engine)}
        </p>
        <h1 className="mt-2 max-w-[34ch] text-title">{report.question}</h1>
        <p className="label mt-3 font-normal">
          In its own time; a wait longer than {waitAtMost} seconds is shortened to that, and none is shorter
          than a second.{' '}
          <Link href={`/interviews/${interview.id}`} className="link">
            Back to the debrief
          </Link>
        </p>
      </header>
      <ReplayPlayer {...watched} />
      <noscript className="noscript:block">
        <ReplayTranscript {...watched} />
      </noscript>
    </main>
  );
}

async function load(interviewId: string) {
  try {
    return await getReplay({ context: await pageContext(), input: { interviewId } });
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    if (error.code === 'not_found') notFound();
    if (tooEarly.has(error.code)) redirect(`/interviews/${interviewId}`);
    throw error;
  }
}
