import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { StudySheet } from '#components/study/study-sheet.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Level } from '#lib/domain/level.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { scenarioQuerySchema } from '#lib/http/study-query.ts';
import { getScenario } from '#lib/services/study/get-scenario.ts';

type Props = PageProps<'/study/[scenarioId]'>;

const study = cache(async (scenarioId: string, level: Level) => {
  try {
    return await getScenario({ context: await pageContext(), input: { scenarioId, level } });
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'unknown_scenario') notFound();
    throw error;
  }
});

async function load({ params, searchParams }: Props) {
  const { level, for: retold } = scenarioQuerySchema.parse(await searchParams);
  return { study: await study((await params).scenarioId, level), retold };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { study } = await load(props);
  return {
    title: `${study.principleName}: ${study.scenario.question}`,
    description: study.scenario.overview,
  };
}

export default async function ScenarioPage(props: Props) {
  const { study, retold } = await load(props);
  return <StudySheet study={study} retold={retold} />;
}
