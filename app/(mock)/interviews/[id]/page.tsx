import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { Debrief } from '#components/debrief/debrief.tsx';
import { Room } from '#components/interview/room.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { describeVoice } from '#lib/services/describe-voice.ts';
import { getDelivery } from '#lib/services/get-delivery.ts';
import { getInterview } from '#lib/services/get-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { getSpent } from '#lib/services/get-spent.ts';

type Props = PageProps<'/interviews/[id]'>;

const load = cache(async (interviewId: string) => {
  try {
    return await getInterview({ context: await pageContext(), input: { interviewId } });
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { principleName, phase } = await load((await params).id);
  return { title: `${phase.phase === 'assessed' ? 'Debrief' : 'Interview'}: ${principleName}` };
}

export default async function InterviewPage({ params }: Props) {
  const { id } = await params;
  const view = await load(id);
  // Its clock stands until it is taken up again, from there.
  if (view.loop?.paused) redirect(`/loops/${view.loop.id}`);
  if (view.phase.phase !== 'assessed' || !view.selfVoteGiven)
    return (
      <Room view={view} serverNow={Date.now()} voice={describeVoice({ context: await pageContext() })} />
    );
  const request = { context: await pageContext(), input: { interviewId: id } };
  const [{ report }, delivery, spent] = await Promise.all([
    getReport(request),
    getDelivery(request),
    getSpent(request),
  ]);
  return <Debrief view={view} report={report} delivery={delivery} spent={spent} />;
}
