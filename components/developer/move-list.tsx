import type { DeveloperView } from '#lib/services/get-developer-view.ts';

/** Every utterance of the bar raiser: the move behind it, why it was chosen, and how its words came about. */
export function MoveList({ moves }: { moves: DeveloperView['moves'] }) {
  return (
    <ol className="grid gap-5">
      {moves.map(({ turnId, text, move, speech }) => (
        <li key={turnId} className="grid max-w-field gap-1 text-note">
          <p className="label">
            {turnId}: {move.kind}
            {'aims' in move && ` for ${move.aims.join(', ')}`}
            {'followUpId' in move && move.followUpId && `, documented as ${move.followUpId}`}
          </p>
          <p>{text}</p>
          <p className="text-faded">{move.reason}</p>
          {speech && (
            <p className="figures wrap-anywhere text-faded">
              {speech.model}, prompt {speech.prompt.id} version {speech.prompt.version}, {speech.prompt.hash};{' '}
              {speech.attempts === 1 ? 'one attempt' : `${speech.attempts} attempts`}
              {speech.fellBack && ', fell back to the neutral wording'}
              {speech.problems.length > 0 && `; not shown: ${speech.problems.join(', ')}`}
              {speech.fault && `; fault ${speech.fault}`}
              {speech.firstSentenceAfter !== null &&
                `; first sentence after ${Math.round(speech.firstSentenceAfter)} ms`}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
