import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface ReverseProxy {
  address: string;
  close(): Promise<void>;
}

export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** nginx in front of these servers, one after the other in turn, as docs/deployment.md sets it up for several. */
export async function startNginx(addresses: readonly string[]): Promise<ReverseProxy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bar-raiser-nginx-'));
  const port = await freePort();
  const servers = addresses.map((address) => `server ${new URL(address).host};`).join(' ');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  const configuration = `
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events { worker_connections 512; }
    http {
      access_log off; ${temporary}
      upstream copies { ${servers} }
      server {
        listen 127.0.0.1:${port};
        client_max_body_size 16m;
        location / {
          proxy_pass http://copies;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          proxy_set_header X-Forwarded-Proto $scheme;
          proxy_set_header Connection "";
          proxy_buffering off;
          proxy_next_upstream off;
        }
      }
    }`;
  await writeFile(path.join(folder, 'nginx.conf'), configuration);
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await untilItAnswers(address, child);
  return {
    address,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`);
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch (error) {
      // fetch reports every failed connection as a TypeError.
      if (!(error instanceof TypeError)) throw error;
      await wait(50);
    }
  }
  throw new Error('nginx does not answer.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
