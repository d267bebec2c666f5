import { expect, test } from 'vitest';
import { isDecodable } from '#lib/http/undecodable-address.ts';

test.for(['/', '/study/a%20b', '/study/%F0%9D%92%82?q=%ff', '/a%2fb', '/study?q=%'])(
  '%s can be read',
  (url) => {
    expect(isDecodable(url)).toBe(true);
  },
);

test.for(['/%', '/study/%ff', '/study/%c0%ae%c0%ae?q=1', '/%zz', '/drill/%F0%9D'])('%s cannot', (url) => {
  expect(isDecodable(url)).toBe(false);
});
