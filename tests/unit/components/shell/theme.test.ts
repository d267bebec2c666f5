import { expect, it } from 'vitest';
import { parseTheme, themeCookieFor } from '#components/shell/theme.ts';

it('reads back the theme it remembers, and the system’s from anything else', () => {
  for (const theme of ['light', 'dark', 'system'] as const)
    expect(parseTheme(themeCookieFor(theme).match(/theme=(\w+)/)?.[1])).toBe(theme);
  for (const value of [undefined, '', 'sepia', 'DARK']) expect(parseTheme(value)).toBe('system');
});
