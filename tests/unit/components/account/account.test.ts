import { expect, test } from 'vitest';
import { forgetBrowser } from '#components/account/forget-browser.ts';
import { signInUrl } from '#components/account/sign-in-url.ts';
import { signInProblem } from '#components/account/sign-in-words.ts';

function storeOf(entries: Record<string, string>): Storage {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

test('a browser forgets all that was typed here, and nothing of others', () => {
  const store = storeOf({
    'bar-raiser.draft.a': 'x',
    other: 'y',
    'bar-raiser.outbox.b': 'z',
    'bar-raiser': 'w',
  });
  forgetBrowser(store);
  expect([store.getItem('other'), store.getItem('bar-raiser'), store.length]).toEqual(['y', 'w', 2]);
});

test('an answer to signing in is an address to go to, or a link on its way, and nothing else', () => {
  expect(signInUrl({ url: null })).toBeNull();
  expect(signInUrl({ url: 'https://id.example.org/authorize?x=1' })).toBe(
    'https://id.example.org/authorize?x=1',
  );
  for (const answer of [null, {}, { url: 5 }, { url: 'javascript:alert(1)' }, 'https://x'])
    expect(() => signInUrl(answer), JSON.stringify(answer)).toThrowError();
});

test('whatever a browser comes back with is told in a sentence, and never shown as it is', () => {
  const told = ['INVALID_TOKEN', 'account_not_linked', '<b>x</b>'].map(signInProblem);
  expect(new Set(told).size).toBe(3);
  expect(told.join()).not.toContain('<b>');
});
