import { formatClock } from '#components/interview/clock.ts';
import type { LoopQuestionView } from '#lib/domain/loop/loop-view.ts';

const standingWords: Record<LoopQuestionView['standing'], string> = {
  to_come: 'to come',
  under_way: 'under way',
  said: 'answered',
  not_asked: 'not asked',
  deleted: 'deleted',
};

/** The questions of a loop as far as they may be known, who asks them, and which are over. */
export function QuestionList({ questions }: { questions: readonly LoopQuestionView[] }) {
  return (
    <ol className="border-t border-rule">
      {questions.map(
        ({ position, principleName, question, interviewer, standing, usedSeconds, announced }) => (
          <li
            key={position}
            aria-current={standing === 'under_way' ? 'step' : undefined}
            className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-4 aria-[current]:border-l-4 aria-[current]:border-l-rubric aria-[current]:pl-3"
          >
            <span className="figures font-sans text-control font-semibold">{position}</span>
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <div className="max-w-read">
                <p className="text-ask">{principleName ?? 'A surprise'}</p>
                {question && <p className="mt-1 text-note text-faded">{question}</p>}
                <p className="label mt-1 font-normal">
                  With {interviewer.name}
                  {!announced && principleName !== null && ', not announced'}
                </p>
              </div>
              <p className="label figures">
                {standingWords[standing]}
                {usedSeconds > 0 && `, ${formatClock(usedSeconds)}`}
              </p>
            </div>
          </li>
        ),
      )}
    </ol>
  );
}
