/** A pattern source that matches any of the given ones. */
export function anyOf(...sources: string[]): string {
  return `(?:${sources.join('|')})`;
}

/** The same, whatever the case of the letters; names around it still need their capital. */
export function anyCase(...sources: string[]): string {
  return `(?i:${sources.join('|')})`;
}
