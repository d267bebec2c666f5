import Link from 'next/link';

export interface SwitchOption {
  key: string;
  name: string;
  href: string;
}

/** A choice made by following a link, so that it works without script and has an address of its own. */
export function LinkSwitch({
  label,
  options,
  chosen,
}: {
  label: string;
  options: readonly SwitchOption[];
  chosen: string;
}) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 font-sans text-control">
        {options.map(({ key, name, href }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              aria-current={key === chosen ? 'true' : undefined}
              className="inline-block py-1 text-faded underline-offset-6 hover:text-rubric aria-current:font-semibold aria-current:text-ink aria-current:underline aria-current:decoration-rubric aria-current:decoration-2"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
