import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownerSecret } from '#lib/services/owner-secret.ts';
import { temporaryFolder } from '#tests/support/world.ts';

test('the secret is made once, long, for its user only, in a folder that need not exist', () => {
  const folder = path.join(temporaryFolder(), 'new', 'data');
  const secret = ownerSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(ownerSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(['owner-secret']);
  expect(statSync(path.join(folder, 'owner-secret')).mode & 0o777).toBe(0o600);
  expect(ownerSecret(temporaryFolder())).not.toBe(secret);
});
