import { z } from 'zod';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** A browser in small against a running server: it keeps its cookies and follows no redirect. */
export class HttpVisitor {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.#address = address;
  }

  /** What the browser sends of itself. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const cookie = this.cookieHeader;
    const response = await fetch(`${this.#address}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Starts an interview and gives its id. */
  async startInterview(scenarioId = 'hbdc'): Promise<string> {
    const { text } = await this.send('POST', '/api/interviews', { scenarioId, level: 'sde2', mode: 'typed' });
    return z.object({ id: z.string() }).parse(JSON.parse(text)).id;
  }
}
