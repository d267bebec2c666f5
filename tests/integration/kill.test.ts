import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type InterviewView, interviewViewSchema } from '#lib/domain/interview-view.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import { startServer } from '#tests/e2e/support/server.ts';
import { tellings } from '#tests/support/world.ts';

/** Longer than a turn takes in a fresh process; early moments are drawn more often, so that many fall into the turn. */
const latestKill = 300;
const kills = 20;

interface Sent {
  clientTurnId: string;
  text: string;
  acknowledged: boolean;
}

/** What a browser does: keeps its cookie, knows what it sent and what was acknowledged, sends the rest again. */
class Candidate {
  readonly #address: string;
  #cookie = '';
  path = '';
  sent: Sent[] = [];

  constructor(address: string) {
    this.#address = address;
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      headers: { cookie: this.#cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
    return response;
  }

  async start(): Promise<void> {
    const body = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' };
    const started = await this.request('POST', '/api/interviews', body);
    const { id } = z.object({ id: z.string() }).parse(await started.json());
    this.path = `/api/interviews/${id}`;
    this.sent = [];
  }

  async view(): Promise<InterviewView> {
    return interviewViewSchema.parse(await (await this.request('GET', this.path)).json());
  }

  /** Sends a turn; acknowledged when the server has begun to answer. A cut connection is no error here. */
  async send(turn: Sent): Promise<void> {
    try {
      const { clientTurnId, text } = turn;
      const response = await this.request('POST', `${this.path}/turns`, { clientTurnId, text });
      expect(response.status).toBe(200);
      turn.acknowledged = true;
      await response.text();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

function expectIntact({ turns }: InterviewView, sent: readonly Sent[]): void {
  const stored = turns.filter(({ speaker }) => speaker === 'candidate');
  const ids = stored.map(({ clientTurnId }) => clientTurnId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { clientTurnId, text, acknowledged } of sent) {
    const found = stored.filter((turn) => turn.clientTurnId === clientTurnId);
    expect(found.map((turn) => turn.text)).toEqual(acknowledged || found.length > 0 ? [text] : []);
  }
  turns.forEach(({ speaker, id }, index) => {
    expect([speaker, id]).toEqual([index % 2 === 0 ? 'bar_raiser' : 'candidate', `t${index + 1}`]);
  });
}

test(`a server killed at ${kills} random points loses and doubles nothing`, {
  timeout: 300_000,
}, async () => {
  const random = seededRandom('kill');
  const server = await startServer();
  onTestFinished(() => server.remove());
  const candidate = new Candidate(server.address);
  const texts = tellings().flatMap(({ answer, replies }) => [answer, ...replies]);
  await candidate.start();
  const points = { unacknowledged: 0, unanswered: 0, between: 0 };
  let ended = 0;

  for (let kill = 0; kill < kills; kill += 1) {
    const turn = { clientTurnId: randomUUID(), text: texts[kill % texts.length] ?? '', acknowledged: false };
    candidate.sent.push(turn);
    const sending = candidate.send(turn);
    await wait(random() ** 2 * latestKill);
    await server.kill();
    await sending;
    await server.restart();

    const before = await candidate.view();
    expectIntact(before, candidate.sent);
    const stored = before.turns.some(({ clientTurnId }) => clientTurnId === turn.clientTurnId);
    points[!stored ? 'unacknowledged' : before.awaitingReply ? 'unanswered' : 'between'] += 1;
    await candidate.send(turn);
    expect(turn.acknowledged).toBe(true);
    const after = await candidate.view();
    expectIntact(after, candidate.sent);
    expect(after).toMatchObject({ awaitingReply: false });
    if (after.phase.phase === 'closing') {
      expect(await (await candidate.request('POST', `${candidate.path}/end`)).text()).toContain('debriefed');
      expect((await candidate.view()).phase.phase).toBe('assessed');
      ended += 1;
      await candidate.start();
    }
  }
  expect(ended).toBeGreaterThan(0);
  // The kills must have fallen on both sides of a turn, or the test shows nothing.
  expect(points.between).toBeGreaterThan(0);
  expect(points.unacknowledged + points.unanswered).toBeGreaterThan(0);
  console.info(`killed ${JSON.stringify(points)}, interviews ended ${ended}`);
});
