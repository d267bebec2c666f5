/** Names as they are said in a sentence: "scope, metric, and impact". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
