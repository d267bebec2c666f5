export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** A cookie, not local storage: the server then paints the chosen theme at once, with no script and no flash. */
export const themeCookie = 'theme';

/** The theme a cookie's value names; anything else is the system's. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** The cookie that remembers `theme` for a year. */
export function themeCookieFor(theme: Theme): string {
  return `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
}
