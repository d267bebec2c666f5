import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signOwner, verifyOwner } from '#lib/http/owner-cookie.ts';

const secrets = ['a secret of more than thirty-two characters'] satisfies [string];
const [secret] = secrets;

test('a signed owner is recognised with the same secret only', () => {
  const cookie = signOwner('owner-1', secrets);
  expect(verifyOwner(cookie, secrets)).toEqual({ id: 'owner-1', current: true });
  expect(verifyOwner(cookie, [`${secret}.`])).toBeNull();
});

test('no other owner can be named with a signature that was given for one', () => {
  const cookie = signOwner('owner-1', secrets);
  const signature = cookie.slice(cookie.lastIndexOf('.') + 1);
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(text !== 'owner-1');
      expect(verifyOwner(`${text}.${signature}`, secrets)).toBeNull();
      fc.pre(text !== signature);
      expect(verifyOwner(`owner-1.${text}`, secrets)).toBeNull();
    }),
  );
});

test('after a change of the secret the older cookie is believed, and known to be old', () => {
  const cookie = signOwner('owner-1', secrets);
  expect(verifyOwner(cookie, ['a new secret of thirty-two characters', secret])).toEqual({
    id: 'owner-1',
    current: false,
  });
  expect(verifyOwner(cookie, ['a new secret of thirty-two characters'])).toBeNull();
});

test.for([undefined, '', '.', 'owner-1', '.abc', 'owner-1.'])('%j names nobody', (cookie) => {
  expect(verifyOwner(cookie, secrets)).toBeNull();
});
