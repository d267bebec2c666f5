import { expect, test } from 'vitest';
import { addressSubject, clientAddress, networkOf } from '#lib/http/client-address.ts';

const sent = (forwarded: string | null, peer: string | null) =>
  new Headers({
    ...(forwarded === null ? {} : { 'x-forwarded-for': forwarded }),
    ...(peer === null ? {} : { 'x-peer-address': peer }),
  });

test.for([
  ['nobody in front: the other end, whatever the client claims', '6.6.6.6', '10.0.0.9', 0, '10.0.0.9'],
  ['one proxy: what it appended', '6.6.6.6, 203.0.113.7', '10.0.0.9', 1, '203.0.113.7'],
  ['two proxies', '6.6.6.6, 203.0.113.7, 10.0.0.8', '10.0.0.9', 2, '203.0.113.7'],
  ['a proxy that appended nothing is itself counted', null, '10.0.0.9', 1, '10.0.0.9'],
  ['no server of ours in between', '203.0.113.7', null, 0, '203.0.113.7'],
  ['nothing known', null, null, 0, null],
] as const)('%s', ([, forwarded, peer, proxies, address]) => {
  expect(clientAddress(sent(forwarded, peer), proxies)).toBe(address);
});

test.for([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
] as const)('%s counts as %s', ([address, network]) => {
  expect(networkOf(address)).toBe(network);
});

test('what is stored tells no address, and another secret tells it otherwise', () => {
  const subject = addressSubject('203.0.113.7', 'secret');
  expect(subject).not.toContain('203');
  expect(addressSubject('203.0.113.7', 'secret')).toBe(subject);
  expect(addressSubject('203.0.113.8', 'secret')).not.toBe(subject);
  expect(addressSubject('203.0.113.7', 'other')).not.toBe(subject);
});
