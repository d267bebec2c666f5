import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { peerAddressHeader } from './client-address.ts';

/**
 * Notes with every request of the process who is really at the other end, in place of whatever the client sent under
 * that name. On Node's own channel (https://nodejs.org/api/diagnostics_channel.html#http), which speaks before the
 * request is handed on, so that it holds whichever server serves.
 */
export function notePeerAddress(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    delete request.headers[peerAddressHeader];
    const { remoteAddress } = request.socket;
    if (remoteAddress) request.headers[peerAddressHeader] = remoteAddress;
  });
}
