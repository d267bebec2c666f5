import Link from 'next/link';
import type { Mode } from './home-modes.ts';

/** The three modes, each with what to do there next. */
export function ModeList({ modes }: { modes: readonly Mode[] }) {
  return (
    <ol className="grid gap-x-10 gap-y-8 pb-14 tablet:grid-cols-3">
      {modes.map(({ href, name, what, next }) => (
        <li key={href} className="flex flex-col border-t-4 border-ink pt-3">
          <h2 className="text-title">
            <Link href={href} className="hover:text-rubric">
              {name}
            </Link>
          </h2>
          <p className="mt-1.5 text-note">{what}</p>
          <p className="mt-3 font-sans text-control">
            <Link href={next.href} className="link">
              {next.text}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
