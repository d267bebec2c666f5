import { expect, test } from 'vitest';
import { dataPolicy, pagePolicy, permissionsPolicy } from '#lib/http/content-security-policy.ts';

test('a page allows scripts by its nonce, nothing in line, nothing from elsewhere', () => {
  const policy = pagePolicy('bm9uY2U=');
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U=';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('only development may evaluate and style in line', () => {
  const policy = pagePolicy('bm9uY2U=', { development: true });
  expect(policy).toMatch(/script-src [^;]*'unsafe-eval'/);
  expect(policy).toMatch(/style-src 'self' 'unsafe-inline';/);
});

test('data may load nothing, and of the devices only the microphone is anybody’s', () => {
  expect(dataPolicy).toMatch(/^default-src 'none';/);
  expect(permissionsPolicy).toMatch(/^microphone=\(self\), /);
  expect(permissionsPolicy.match(/\(self\)/g)).toHaveLength(1);
});
