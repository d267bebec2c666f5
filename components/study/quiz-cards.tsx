import type { Scenario } from '#lib/domain/scenario.ts';

/** The questions on the scenario, with the answer folded away until one has thought of one's own. */
export function QuizCards({ quiz }: { quiz: Scenario['quiz'] }) {
  return (
    <ol className="grid max-w-read gap-8">
      {quiz.map(({ question, options, answer, explanation }) => (
        <li key={question} className="keep">
          <h3 className="text-read font-medium">{question}</h3>
          <ol className="mt-2 grid list-[upper-alpha] gap-1 pl-6 text-note marker:font-sans marker:text-label marker:text-faded">
            {options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ol>
          <details className="mt-3">
            <summary className="label hover:text-rubric">Show the answer</summary>
            <p className="mt-2 border-l border-edge pl-4 text-note">
              <strong className="font-semibold">{options[answer]}.</strong> {explanation}
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}
