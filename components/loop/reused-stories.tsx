import type { ReusedStory } from '#lib/domain/loop/loop-debrief-schema.ts';
import { QuoteInQuestion } from './quote-in-question.tsx';

/** Stories told to two questions of one loop, as a fact: the words of both side by side. */
export function ReusedStories({
  reused,
  interviews,
}: {
  reused: readonly ReusedStory[];
  /** Interview ids by position. */
  interviews: ReadonlyMap<number, string>;
}) {
  return (
    <ul className="grid max-w-read gap-6">
      {reused.map(({ positions: [one, other], quotes, words, marks }) => (
        <li key={`${one}-${other}`} className="keep">
          <p className="text-read">
            Questions {one} and {other} were answered with the same story.
          </p>
          {quotes.map((evidence, index) => (
            <QuoteInQuestion
              key={index === 0 ? 'one' : 'other'}
              evidence={evidence}
              position={index === 0 ? one : other}
              interviewId={interviews.get(index === 0 ? one : other)}
              turnOnly
            />
          ))}
          <p className="label mt-2 font-normal">
            In both: {Math.round(words * 100)} % of the shorter one’s runs of three words
            {marks.length > 0 && `, and ${marks.slice(0, 6).join(', ')}`}. The votes take no account of it.
          </p>
        </li>
      ))}
    </ul>
  );
}
