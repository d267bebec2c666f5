import type { Flag } from '#lib/domain/assessment.ts';
import { flagWords } from './plain-words.ts';

/** What was noticed beside the scores, in plain words. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  return (
    <ul className="grid max-w-read gap-4 text-note">
      {flags.map((flag) => (
        <li key={flag} className="border-l-4 border-rubric pl-4">
          <p className="font-sans text-control font-semibold">{flagWords[flag].title}</p>
          <p>{flagWords[flag].text}</p>
        </li>
      ))}
    </ul>
  );
}
