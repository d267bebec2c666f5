import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** Set by our own server for every request, whatever the client sent under this name: who is at the other end. */
export const peerAddressHeader = 'x-peer-address';

/**
 * The address a request comes from, or null where none is known. Each proxy appends the address it was called from to
 * X-Forwarded-For; with `trustedProxies` of them in front of us, what stands before their entries was written by the
 * client and is not believed.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string | null {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const peer = headers.get(peerAddressHeader);
  const hops = [...forwarded, ...(peer === null ? [] : [peer])].filter((entry) => entry !== '');
  const address = hops.at(-1 - trustedProxies) ?? hops[0];
  return address ?? null;
}

/** The network a limit counts: an IPv4 address, or the half of an IPv6 address that one subscriber has for themself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [head = '', tail] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whom a limit by address counts: nothing from which the address can be told without the secret. */
export function addressSubject(address: string | null, secret: string): string {
  const network = address === null ? 'unknown' : networkOf(address);
  return `address:${createHmac('sha256', secret).update(`address:${network}`).digest('base64url')}`;
}
