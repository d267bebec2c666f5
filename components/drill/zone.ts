/** Minutes this browser's clock is ahead of UTC. */
export function utcOffset(now: Date): number {
  return -now.getTimezoneOffset();
}

/** The cookie that lets a page count days as its reader does, for a year. */
export function zoneCookie(offset: number): string {
  return `utc-offset=${offset}; path=/; max-age=31536000; samesite=lax`;
}
