import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { ensureBuild } from './ensure-build.ts';

const root = path.resolve(import.meta.dirname, '..');
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const everywhere = host === '0.0.0.0' || host === '::';

/** Builds if needed, serves, and says when it answers. */
async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`PORT is "${process.env.PORT}"; a port is a number up to 65535.`);
  process.chdir(root);
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const handler =
    Promise.withResolvers<(request: IncomingMessage, response: ServerResponse) => Promise<void>>();
  const server = createServer(async (request, response) => (await handler.promise)(request, response));
  const bound = await listen(server);
  const directory = process.env.BUILD_DIRECTORY || '.next';
  if (!(await ensureBuild({ root, directory, say: (line) => console.info(line) }))) process.exit(1);
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: host, port: bound, httpServer: server });
  await app.prepare();
  handler.resolve(app.getRequestHandler());
  // The server opens its store with the first request; whoever opens the address finds it open.
  await fetch(`http://${inAddress(everywhere ? '127.0.0.1' : host)}:${bound}/`);
  const shown = everywhere || host === '127.0.0.1' ? 'localhost' : inAddress(host);
  console.info(`Bar Raiser is ready: http://${shown}:${bound}`);
}

/** Takes the port before anything slow is done, so that a busy one is heard of at once. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        fail(
          `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        );
      }
      fail(`Cannot serve at ${host}:${port} (${error.code}). HOST and PORT say where to serve.`);
    });
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** A host as it stands in an address: IPv6 in brackets. */
function inAddress(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

// Next keeps the process alive after an uncaught error; a server that did not start must not look as if it had.
start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
