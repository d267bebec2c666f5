import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signOwner, verifyOwner } from '#lib/http/owner-cookie.ts';

const secret = 'a secret of more than thirty-two characters';

test('a signed owner is recognised with the same secret only', () => {
  const cookie = signOwner('owner-1', secret);
  expect(verifyOwner(cookie, secret)).toBe('owner-1');
  expect(verifyOwner(cookie, `${secret}.`)).toBeNull();
});

test('no other owner can be named with a signature that was given for one', () => {
  const cookie = signOwner('owner-1', secret);
  const signature = cookie.slice(cookie.lastIndexOf('.') + 1);
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(text !== 'owner-1');
      expect(verifyOwner(`${text}.${signature}`, secret)).toBeNull();
      fc.pre(text !== signature);
      expect(verifyOwner(`owner-1.${text}`, secret)).toBeNull();
    }),
  );
});

test.for([undefined, '', '.', 'owner-1', '.abc', 'owner-1.'])('%j names nobody', (cookie) => {
  expect(verifyOwner(cookie, secret)).toBeNull();
});
