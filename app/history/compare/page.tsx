import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Comparison } from '#components/compare/comparison.tsx';
import { HistoryNav } from '#components/history/history-nav.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { compareQuerySchema } from '#lib/http/history-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { compareInterviews } from '#lib/services/history/compare-interviews.ts';

export const metadata: Metadata = { title: 'Two attempts' };

/** What cannot be compared leads back to where two attempts are chosen. */
const notToCompare = new Set([
  'bad_request',
  'interview_open',
  'self_vote_first',
  'loop_open',
  'not_assessed',
]);

export default async function ComparePage({ searchParams }: PageProps<'/history/compare'>) {
  const { one, other } = compareQuerySchema.parse(await searchParams);
  if (one === undefined || other === undefined) redirect('/history/questions');
  const compared = await load(one, other);
  return (
    <main id="content" className="sheet w-full pt-8 pb-20">
      <HistoryNav chosen="compare" />
      <Comparison compared={compared} />
    </main>
  );
}

async function load(one: string, other: string) {
  try {
    return await compareInterviews({ context: await pageContext(), input: { one, other } });
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    if (error.code === 'not_found') notFound();
    if (notToCompare.has(error.code)) redirect('/history/questions');
    throw error;
  }
}
