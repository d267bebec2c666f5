import { Fragment } from 'react';
import { levelLabels, levelOrder, voteLabels } from '#components/labels.ts';
import { findPhrases } from '#lib/domain/find-phrases.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Scenario } from '#lib/domain/scenario.ts';

/** What a competent person might say on a poor day: each flaw pinned to its words by a number. */
export function WeakAnswer({ weak, level }: { weak: Scenario['weak_answer']; level: Level }) {
  const pieces = findPhrases(
    weak.text,
    weak.flaws.map(({ quote }) => quote),
  );
  return (
    <div className="grid gap-x-12 gap-y-6 desk:grid-cols-[minmax(0,1fr)_18rem]">
      <p className="max-w-read text-read">
        {pieces.map(({ text, start, phrase }) =>
          phrase === null ? (
            <Fragment key={start}>{text}</Fragment>
          ) : (
            <mark key={start} className="flaw">
              {text}
              <sup className="figures ml-0.5 font-sans font-semibold text-rubric">
                <a href={`#flaw-${phrase + 1}`} aria-label={`Flaw ${phrase + 1}`}>
                  {phrase + 1}
                </a>
              </sup>
            </mark>
          ),
        )}
      </p>
      <ol className="grid content-start gap-3 text-note">
        {weak.flaws.map(({ quote, why }, index) => (
          <li
            key={quote}
            id={`flaw-${index + 1}`}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] target:bg-wash"
          >
            <span className="figures font-sans text-label font-semibold text-rubric leading-6">
              {index + 1}
            </span>
            <span>{why}</span>
          </li>
        ))}
      </ol>
      <div className="max-w-read border-l-4 border-rubric pl-5">
        <h3 className="label">What the bar raiser thinks</h3>
        <p className="mt-1 text-note">{weak.bar_raiser_thinks}</p>
        <p className="label mt-3 font-normal">
          {levelOrder.map((each, index) => (
            <Fragment key={each}>
              {index > 0 && ' · '}
              <span className={each === level ? 'font-semibold text-ink' : ''}>
                {levelLabels[each]}: {voteLabels[weak.verdict[each]]}
              </span>
            </Fragment>
          ))}
        </p>
      </div>
    </div>
  );
}
