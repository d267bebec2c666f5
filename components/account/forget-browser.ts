/** What the pages keep in this browser: drafts, turns on their way. All of it begins with this. */
const prefix = 'bar-raiser.';

/** Removes from the browser's store what was typed here. The choice of colours is a cookie, and stays. */
export function forgetBrowser(store: Storage): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const name of names) if (name?.startsWith(prefix)) store.removeItem(name);
}
