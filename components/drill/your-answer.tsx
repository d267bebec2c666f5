import { segmentsOf } from '#components/debrief/marked-text.ts';
import { formatClock } from '#components/interview/clock.ts';
import type { AnsweredExercise } from '#lib/domain/drill/answered.ts';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';

const missedLook =
  'bg-transparent text-inherit underline decoration-rubric decoration-dashed decoration-2 underline-offset-4';
const looks = { earned: 'key-phrase', cost: 'flaw', missing: missedLook } as const;

/** What was answered, with the words that earned or cost something marked where they stand. */
export function YourAnswer({ exercise, answered }: { exercise: ExerciseTask; answered: AnsweredExercise }) {
  const { answer, result } = answered;
  if (answer.type === 'choice') return null;
  const text = answer.type === 'text' ? answer.text : exercise.kind === 'flaw' ? exercise.task.text : '';
  const quoted = result.reasons.flatMap(({ kind, quote }) =>
    quote ? [{ ...quote, kind, turnId: kind }] : [],
  );
  return (
    <div className="mt-4">
      <p className="max-w-read text-read whitespace-pre-line">
        {segmentsOf(text, quoted).map(({ text: words, start, quotes }) => {
          const kind = kindOf(quotes);
          return kind ? (
            <mark key={start} className={looks[kind]}>
              {words}
            </mark>
          ) : (
            <span key={start}>{words}</span>
          );
        })}
      </p>
      {result.seconds && (
        <p className="label figures mt-2 font-normal">
          {formatClock(result.seconds.spent)} when spoken, of {formatClock(result.seconds.target)}
        </p>
      )}
    </div>
  );
}

/** A cost shows through an earning where both hold the same words. */
function kindOf(quotes: readonly string[]): keyof typeof looks | null {
  for (const kind of ['cost', 'missing', 'earned'] as const)
    if (quotes.some((id) => id.startsWith(`q-${kind}-`))) return kind;
  return null;
}
