import Link from 'next/link';
import { engineLine, spentWords } from '#components/engine-words.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { DeveloperView as View } from '#lib/services/get-developer-view.ts';
import { MoveList } from './move-list.tsx';
import { RequestTable } from './request-table.tsx';

/** How an interview came about, for who builds or checks it: nothing here is needed to read the debrief. */
export function DeveloperView({ view }: { view: View }) {
  const { interview, moves, fallBacks, secondReadings, provenance, requests, spent } = view;
  const worded = moves.filter(({ speech }) => speech).length;
  return (
    <main id="content" className="sheet w-full pb-20">
      <p className="label pt-10">
        <Link href={`/interviews/${interview.id}`} className="link">
          Back to the debrief
        </Link>
      </p>
      <h1 className="mt-2 mb-8 max-w-[34ch] text-title">How this interview came about</h1>
      <MarginSection title="Engines">
        <div className="grid max-w-read gap-2 text-note">
          <p>{engineLine(interview.engines)}.</p>
          {interview.engines.changed && (
            <p>
              Begun otherwise ({engineLine(interview.engines.changed.from)}); changed by the candidate after
              question {interview.engines.changed.questionsAsked}.
            </p>
          )}
          {provenance.map(({ model, prompt, version, hash }) => (
            <p key={prompt} className="figures wrap-anywhere">
              Scores: {model}, prompt {prompt} version {version}, {hash}
            </p>
          ))}
        </div>
      </MarginSection>
      <MarginSection title="Moves" note={`${worded} worded by a model, ${fallBacks} fell back`}>
        <MoveList moves={moves} />
      </MarginSection>
      <MarginSection title="Read beside" note="While the bar raiser spoke">
        {secondReadings.length === 0 ? (
          <p className="text-note text-faded">Nothing was read a second time.</p>
        ) : (
          <ul className="grid gap-1 text-note">
            {secondReadings.map(({ turnId, code }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list of what happened, in its order, never changed
              <li key={index}>
                Up to turn {turnId}: {code === null ? 'read' : `failed, ${code}`}
              </li>
            ))}
          </ul>
        )}
      </MarginSection>
      <MarginSection title="Requests" note={spentWords(spent)}>
        {requests.length === 0 ? (
          <p className="text-note text-faded">No model was asked.</p>
        ) : (
          <RequestTable requests={requests} />
        )}
      </MarginSection>
    </main>
  );
}
