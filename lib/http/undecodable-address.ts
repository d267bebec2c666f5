import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** An address that no page and no route has, and never will: a name that begins with a dot. */
const nowhere = '/.undecodable';

/** Whether the path of a request's address is percent-encoded UTF-8, as every address of this server is. */
export function isDecodable(url: string): boolean {
  const [path = ''] = url.split('?');
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * Has an address that cannot be decoded (`/study/%ff`) answered like any other that does not exist. The framework
 * answers it with a fault of the server. On Node's own channel (https://nodejs.org/api/diagnostics_channel.html#http),
 * which speaks before the request is handed on, so that it holds whichever server serves.
 */
export function passOverUndecodable(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (request instanceof IncomingMessage && !isDecodable(request.url ?? '/')) request.url = nowhere;
  });
}
