import { createServer, get, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { notePeerAddress } from '#lib/http/note-peer-address.ts';

test('who is at the other end is noted with each request, whatever the client claims', async () => {
  notePeerAddress();
  const server = createServer((request, response) => response.end(request.headers['x-peer-address']));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port, headers: { 'X-Peer-Address': '6.6.6.6' } }, resolve);
  });
  expect(Buffer.concat(await Array.fromAsync(answer)).toString()).toBe('127.0.0.1');
  server.closeAllConnections();
  server.close();
});
