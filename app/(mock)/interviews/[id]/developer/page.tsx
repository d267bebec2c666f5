import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { DeveloperView } from '#components/developer/developer-view.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { getDeveloperView } from '#lib/services/get-developer-view.ts';

export const metadata: Metadata = { title: 'How an interview came about' };

const tooEarly = new Set(['interview_open', 'self_vote_first', 'loop_open', 'not_assessed']);

export default async function DeveloperPage({ params }: PageProps<'/interviews/[id]/developer'>) {
  const { id } = await params;
  return <DeveloperView view={await load(id)} />;
}

async function load(interviewId: string) {
  try {
    return await getDeveloperView({ context: await pageContext(), input: { interviewId } });
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    if (error.code === 'not_found') notFound();
    if (tooEarly.has(error.code)) redirect(`/interviews/${interviewId}`);
    throw error;
  }
}
