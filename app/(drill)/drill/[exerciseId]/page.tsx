import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { kindWords } from '#components/drill/drill-words.ts';
import { ExerciseBrief, ExerciseSource } from '#components/drill/exercise-brief.tsx';
import { ExerciseRoom } from '#components/drill/exercise-room.tsx';
import { scoreWords } from '#components/drill/outcome-words.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { withinSchema } from '#lib/http/drill-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { getExercise } from '#lib/services/drill/get-exercise.ts';

type Props = PageProps<'/drill/[exerciseId]'>;

const load = cache(async (exerciseId: string) => {
  try {
    return await getExercise({ context: await pageContext(), input: { exerciseId } });
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'unknown_exercise') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { task, principleName } = await load(decodeURIComponent((await params).exerciseId));
  return { title: `${kindWords[task.kind].name}: ${principleName}` };
}

export default async function ExercisePage({ params, searchParams }: Props) {
  const within = withinSchema.parse(await searchParams);
  const { task, principleName, earlier } = await load(decodeURIComponent((await params).exerciseId));
  const [last] = earlier;
  return (
    <main id="content" className="sheet w-full pb-20">
      <p className="label pt-12">
        {kindWords[task.kind].name} · {principleName}
      </p>
      <h1 className="max-w-[34ch] pt-2 pb-3 text-title">{task.question}</h1>
      <p className="label flex flex-wrap gap-x-5 pb-8 font-normal">
        <ExerciseSource exercise={task} />
        {last && <span className="figures">Last time: {scoreWords(last.score)}</span>}
      </p>
      <ExerciseBrief exercise={task} />
      <ExerciseRoom key={task.id} exercise={task} within={within} />
    </main>
  );
}
