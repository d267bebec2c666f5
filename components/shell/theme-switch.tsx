'use client';

import { useState } from 'react';
import { type Theme, themeCookieFor, themes } from './theme.ts';

const names: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);

  function choose(next: Theme) {
    setTheme(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every current browser
    document.cookie = themeCookieFor(next);
    if (next === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = next;
  }

  return (
    <fieldset className="label flex">
      <legend className="sr-only">Colours</legend>
      {themes.map((name) => (
        <label
          key={name}
          className="px-1 py-1 underline-offset-4 tablet:px-1.5 has-checked:text-ink has-checked:underline has-checked:decoration-rubric has-checked:decoration-2 has-focus-visible:outline-2 has-focus-visible:outline-rubric"
        >
          <input
            type="radio"
            name="theme"
            value={name}
            checked={theme === name}
            onChange={() => choose(name)}
            className="sr-only"
          />
          {names[name]}
        </label>
      ))}
    </fieldset>
  );
}
