import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StudySheet } from '#components/study/study-sheet.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { scenarioQuerySchema } from '#lib/http/study-query.ts';
import { getScenario } from '#lib/services/study/get-scenario.ts';

type Props = PageProps<'/study/[scenarioId]'>;

async function load({ params, searchParams }: Props) {
  const { scenarioId } = await params;
  const { level, for: retold } = scenarioQuerySchema.parse(await searchParams);
  try {
    const study = await getScenario({ context: await pageContext(), input: { scenarioId, level } });
    return { study, retold };
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'unknown_scenario') notFound();
    throw error;
  }
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
