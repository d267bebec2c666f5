import * as arrive from '../../../app/api/account/arrive/route.ts';
import * as exported from '../../../app/api/account/export/route.ts';
import * as account from '../../../app/api/account/route.ts';
import * as signIn from '../../../app/api/account/sign-in/route.ts';
import * as signOut from '../../../app/api/account/sign-out/route.ts';
import * as auth from '../../../app/api/auth/[...path]/route.ts';
import * as interview from '../../../app/api/interviews/[id]/route.ts';
import * as interviews from '../../../app/api/interviews/route.ts';

const origin = 'http://localhost:3000';

const fixed: Record<string, Record<string, unknown>> = {
  '/api/account': account,
  '/api/account/arrive': arrive,
  '/api/account/export': exported,
  '/api/account/sign-in': signIn,
  '/api/account/sign-out': signOut,
  '/api/interviews': interviews,
};

/** A browser with all its cookies, that calls our route handlers and, at other addresses, the network. */
export class Jar {
  readonly cookies = new Map<string, string>();

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const url = new URL(path, origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(url, {
      method,
      headers: { host: 'localhost:3000', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await this.#handle(method, url, request);
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';');
      const [name = '', ...value] = pair.split('=');
      const gone = value.join('=') === '' || attributes.some((each) => /max-age=0$/i.test(each.trim()));
      if (gone) this.cookies.delete(name);
      else this.cookies.set(name, value.join('='));
    }
    return response;
  }

  /** Follows redirects to where they end: that path, or the first address that is not ours and stays. */
  async follow(path: string): Promise<string> {
    let at = new URL(path, origin);
    for (let hop = 0; hop < 10; hop += 1) {
      const own = at.origin === origin;
      if (own && !at.pathname.startsWith('/api/')) return `${at.pathname}${at.search}`;
      const response = own
        ? await this.send('GET', `${at.pathname}${at.search}`)
        : await fetch(at, { redirect: 'manual' });
      const location = response.headers.get('location');
      if (!location) return `${response.status} ${at.href}`;
      at = new URL(location, at);
    }
    throw new Error('too many redirects');
  }

  async interviewIds(): Promise<string[]> {
    const listed: { id: string }[] = await (await this.send('GET', '/api/interviews')).json();
    return listed.map(({ id }) => id);
  }

  async start(): Promise<string> {
    const response = await this.send('POST', '/api/interviews', {
      scenarioId: 'hbdc',
      level: 'sde2',
      mode: 'typed',
    });
    const { id }: { id: string } = await response.json();
    return id;
  }

  async #handle(method: string, url: URL, request: Request): Promise<Response> {
    const authPath = /^\/api\/auth\/(.+)$/.exec(url.pathname)?.[1];
    const id = /^\/api\/interviews\/([^/]+)$/.exec(url.pathname)?.[1];
    const module = authPath ? auth : id ? interview : fixed[url.pathname];
    const handler = Object.entries(module ?? {}).find(([name]) => name === method)?.[1];
    if (typeof handler !== 'function') throw new Error(`There is no route ${method} ${url.pathname}.`);
    const params = Promise.resolve({ path: authPath?.split('/') ?? [], id: id ?? '' });
    return handler(request, { params });
  }
}
