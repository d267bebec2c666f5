import { setTimeout as wait } from 'node:timers/promises';
import type { Measurements, RequestKind } from './measurements.ts';

export interface Answer {
  status: number;
  text: string;
  firstWordsAt: number | null;
}

/** How long a request that was cut off waits before it is sent again, and how often it is: three minutes in all. */
const againAfterMilliseconds = 200;
const againAtMost = 900;

/** A browser in small: one owner's cookie, and every request measured. */
export class Visitor {
  readonly #address: string;
  readonly #found: Measurements;
  readonly #expectsCuts: boolean;
  #cookie = '';

  /** @param expectsCuts requests whose connection is cut are sent again, as the page does; otherwise that is an error. */
  constructor(address: string, found: Measurements, expectsCuts: boolean) {
    this.#address = address;
    this.#found = found;
    this.#expectsCuts = expectsCuts;
  }

  /**
   * Sends a request until it is answered whole. `acknowledged` hears of each answer that began, before it has ended.
   * @throws TypeError when the connection fails and that is not expected, or for too long.
   */
  async send(
    kind: RequestKind,
    method: string,
    path: string,
    { body, mark = null, acknowledged }: SendOptions = {},
  ): Promise<Answer> {
    const sentAt = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#once(method, path, body, acknowledged);
        const { firstWordsAt } = answer;
        this.#found.requests.push({ kind, mark, sentAt, firstWordsAt, endedAt: performance.now() });
        return answer;
      } catch (error) {
        // fetch reports every failed connection as a TypeError.
        if (!(error instanceof TypeError) || !this.#expectsCuts || attempt === againAtMost) throw error;
        this.#found.cut += 1;
        await wait(againAfterMilliseconds);
      }
    }
  }

  async #once(method: string, path: string, body: unknown, acknowledged?: () => void): Promise<Answer> {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      headers: { cookie: this.#cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [cookie] = (response.headers.get('set-cookie') ?? '').split(';');
    if (cookie) this.#cookie = cookie;
    if (response.ok) acknowledged?.();
    const decoder = new TextDecoder();
    let text = '';
    let firstWordsAt: number | null = null;
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"type":"text-delta"')) firstWordsAt ??= performance.now();
    }
    return { status: response.status, text, firstWordsAt };
  }
}

interface SendOptions {
  body?: unknown;
  mark?: string | null;
  acknowledged?: () => void;
}
