const base =
  'inline-flex min-h-11 items-center justify-center rounded-control px-5 py-2 font-sans text-control font-medium disabled:opacity-60';

const looks = {
  main: `${base} bg-rubric text-on-rubric hover:bg-rubric-deep`,
  plain: `${base} border border-edge text-ink hover:border-ink`,
  quiet:
    'label min-h-8 px-0.5 underline decoration-edge underline-offset-4 hover:text-rubric disabled:opacity-60',
};

export type Look = keyof typeof looks;

/** The classes of a button, for a link that must look like one. */
export function buttonClass(look: Look): string {
  return looks[look];
}

export function Button({
  look = 'plain',
  type = 'button',
  className = '',
  ...rest
}: React.ComponentProps<'button'> & { look?: Look }) {
  return <button type={type} className={`${looks[look]} ${className}`} {...rest} />;
}
