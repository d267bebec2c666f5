/** A day as it stands beside an interview. */
export function Day({ at, short = false }: { at: number; short?: boolean }) {
  return <time dateTime={new Date(at).toISOString()}>{dayWords(at, short)}</time>;
}

export function dayWords(at: number, short = false): string {
  const month = short ? 'short' : 'long';
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month, year: 'numeric' });
}
