import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { LoopDebrief } from '#components/loop/loop-debrief.tsx';
import { LoopVote } from '#components/loop/loop-vote.tsx';
import { WaitingRoom } from '#components/loop/waiting-room.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { getLoop } from '#lib/services/loop/get-loop.ts';
import { getLoopReport } from '#lib/services/loop/get-loop-report.ts';

type Props = PageProps<'/loops/[id]'>;

const load = cache(async (loopId: string) => {
  try {
    return await getLoop({ context: await pageContext(), input: { loopId } });
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') notFound();
    throw error;
  }
});

const titles = {
  waiting: 'Your loop',
  asking: 'Your loop',
  break: 'A break',
  voting: 'Your vote on a loop',
  debrief: 'Debrief of a loop',
} as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { phase } = await load((await params).id);
  return { title: titles[phase] };
}

export default async function LoopPage({ params }: Props) {
  const { id } = await params;
  const loop = await load(id);
  if (loop.phase === 'voting') return <LoopVote loop={loop} />;
  if (loop.phase !== 'debrief') return <WaitingRoom loop={loop} serverNow={Date.now()} />;
  const { debrief } = await getLoopReport({ context: await pageContext(), input: { loopId: id } });
  return <LoopDebrief loop={loop} debrief={debrief} />;
}
