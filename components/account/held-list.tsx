import type { AccountView } from '#lib/services/account/describe-account.ts';

const names: [keyof AccountView['held'], string, string][] = [
  ['interviews', 'interview', 'interviews'],
  ['stories', 'story of your own', 'stories of your own'],
  ['drillAnswers', 'drill answer', 'drill answers'],
  ['studyMarks', 'part of a question read', 'parts of questions read'],
];

/** How much of what is kept. */
export function HeldList({ held }: { held: AccountView['held'] }) {
  return (
    <ul className="grid gap-1 text-read">
      {names.map(([name, one, many]) => (
        <li key={name}>
          <span className="figures">{held[name]}</span> {held[name] === 1 ? one : many}
        </li>
      ))}
    </ul>
  );
}
