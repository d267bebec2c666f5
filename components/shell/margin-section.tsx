import { useId } from 'react';

/** A section of a page: a hairline, its heading in the margin, its matter in the measure. */
export function MarginSection({
  title,
  note,
  children,
  id,
}: {
  title: string;
  note?: React.ReactNode;
  children: React.ReactNode;
  id?: string;
}) {
  const generated = useId();
  const headingId = id ?? generated;
  return (
    <section aria-labelledby={headingId} className="margin-row border-t border-rule pt-5 pb-12">
      <div>
        <h2 id={headingId} className="font-sans text-control font-semibold">
          {title}
        </h2>
        {note && <p className="label mt-1 font-normal">{note}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
