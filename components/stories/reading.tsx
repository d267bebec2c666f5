import { ScoreBar } from '#components/debrief/score-bar.tsx';
import { levelLabels, levelOrder, voteLabels } from '#components/labels.ts';
import type { CriterionFit, PrincipleFit } from '#lib/domain/story/principle-fit.ts';
import type { StoryReading } from '#lib/domain/story/story-view.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

const fitWords: Record<PrincipleFit['fit'], string> = {
  carries: 'Carries it',
  part: 'In part',
  no: 'Not as it stands',
  unknown: '',
};

/** What the grader reads in the story as it was last saved: per principle what is there and what is missing. */
export function Reading({ reading }: { reading: StoryReading }) {
  if (!reading.told)
    return (
      <p className="max-w-read text-note text-faded">
        There is too little of a story here to read yet. Save a few sentences of what happened.
      </p>
    );
  const known = reading.principles.filter(({ fit }) => fit !== 'unknown');
  const unknown = reading.principles.filter(({ fit }) => fit === 'unknown');
  const gaps = reading.common.filter(({ score }) => (score ?? 0) < 2);
  return (
    <>
      <div className="-mt-3">
        {known.map((fit, index) => (
          <PrincipleRow key={fit.principle} fit={fit} open={index === 0} />
        ))}
      </div>
      <h3 className="mt-8 font-sans text-control font-semibold">Missing whatever the principle</h3>
      {gaps.length === 0 && (
        <p className="mt-2 max-w-read text-note">
          Nothing: all eight things that every question listens for are there.
        </p>
      )}
      <ul className="mt-3 grid max-w-field gap-3">
        {gaps.map((criterion) => (
          <Missing key={criterion.criterion} criterion={criterion} />
        ))}
      </ul>
      <h3 className="mt-8 font-sans text-control font-semibold">For you to judge</h3>
      <p className="mt-2 max-w-read text-note text-faded">
        {notYetChecked}: the grader cannot tell these principles apart. Hold your story against what each
        listens for.
      </p>
      <div className="mt-2">
        {unknown.map((fit) => (
          <UnknownRow key={fit.principle} fit={fit} />
        ))}
      </div>
    </>
  );
}

function UnknownRow({ fit }: { fit: PrincipleFit }) {
  return (
    <details className="border-b border-rule py-3">
      <summary className="font-sans text-control font-semibold">{fit.name}</summary>
      <ul className="mt-2 grid max-w-field gap-2">
        {fit.own.map(({ criterion, name, looksFor }) => (
          <li key={criterion} className="text-note">
            <span className="font-sans text-control font-semibold">{name}</span> {looksFor}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PrincipleRow({ fit, open }: { fit: PrincipleFit; open: boolean }) {
  const { votes } = fit;
  return (
    <details open={open} className="border-b border-rule py-3">
      <summary className="font-sans text-control">
        <span className="font-semibold">{fit.name}</span>{' '}
        <span className={fit.fit === 'no' ? 'text-faded' : ''}>{fitWords[fit.fit]}</span>
      </summary>
      <div className="mt-3 grid max-w-field gap-5 tablet:grid-cols-2">
        {fit.own.map((criterion) => (
          <div key={criterion.criterion}>
            <h3 className="label text-ink!">{criterion.name}</h3>
            <ScoreBar score={criterion.score} />
            <p className="label figures mt-1 font-normal">
              {criterion.score === null ? 'withheld: no words were found for it' : `${criterion.score} of 3`}
            </p>
            {criterion.quote && <p className="mt-2 text-note italic">“{criterion.quote}”</p>}
            {criterion.needs && <p className="mt-2 text-note text-faded">{criterion.needs}</p>}
          </div>
        ))}
      </div>
      {votes && (
        <p className="label mt-3 font-normal">
          {levelOrder.map((level) => `${levelLabels[level]}: ${voteLabels[votes[level]]}`).join(' · ')}
        </p>
      )}
    </details>
  );
}

function Missing({ criterion }: { criterion: CriterionFit }) {
  return (
    <li className="text-note">
      <span className="font-sans text-control font-semibold">{criterion.name}</span>{' '}
      <span className="text-faded">{criterion.needs}</span>
    </li>
  );
}
