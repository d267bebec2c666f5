import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interviewViewSchema } from '#lib/domain/interview-view.ts';
import { startServer, type TestServer } from '#tests/e2e/support/server.ts';
import { HttpVisitor } from '#tests/support/http-visitor.ts';
import { hasNginx, type ReverseProxy, startNginx } from '#tests/support/nginx.ts';
import { withoutLimits } from '#tests/support/without-limits.ts';
import { tellings } from '#tests/support/world.ts';
import { type HeldInterview, takeSeat } from '../../scripts/load/candidate.ts';
import { readReply } from '../../scripts/load/check-reply.ts';
import { checkStore } from '../../scripts/load/check-store.ts';
import { noMeasurements } from '../../scripts/load/measurements.ts';
import { readTellings } from '../../scripts/load/tellings.ts';

/**
 * Three copies over one store behind nginx, in turn and without stickiness. Here the store is one file on one machine,
 * which SQLite shares between processes; across machines it has to be a libSQL server (docs/deployment.md).
 */
describe.skipIf(!hasNginx())('three copies over one store (needs nginx)', () => {
  let folder: string;
  let url: string;
  let copies: TestServer[] = [];
  let proxy: ReverseProxy;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bar-raiser-copies-'));
    url = `file:${path.join(folder, 'store.db')}`;
    const shared = {
      DATABASE_URL: url,
      OWNER_SECRET: 'one-secret-for-all-copies-of-this-test',
      ...withoutLimits,
    };
    // All at once, over a store that is not there yet: who migrates it is decided among them.
    copies = await Promise.all([startServer(shared), startServer(shared), startServer(shared)]);
    proxy = await startNginx(copies.map(({ address }) => address));
  }, 600_000);

  afterAll(async () => {
    await proxy?.close();
    await Promise.all(copies.map((copy) => copy.remove()));
    rmSync(folder, { recursive: true, force: true });
  });

  const text = tellings()[0]?.answer ?? '';

  /** Visitors with the same cookie at each copy. */
  async function atEachCopy(): Promise<{
    path: string;
    ask: ((method: string, rest: string, body?: unknown) => Promise<{ status: number; text: string }>)[];
  }> {
    const visitor = new HttpVisitor(copies[0]?.address ?? '');
    const where = `/api/interviews/${await visitor.startInterview()}`;
    const cookie = visitor.cookieHeader;
    const ask = copies.map(
      ({ address }) =>
        (method: string, rest: string, body?: unknown) =>
          new HttpVisitor(address).send(method, `${where}${rest}`, body, { cookie }),
    );
    return { path: where, ask };
  }

  test('the store is migrated once', async () => {
    const client = createClient({ url });
    const { rows } = await client.execute(
      'select hash, count(*) as times from __drizzle_migrations group by hash',
    );
    client.close();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ times }) => Number(times))).toEqual(rows.map(() => 1));
  });

  test('one turn sent to all copies at once is stored once and answered with the same words', {
    timeout: 60_000,
  }, async () => {
    const { ask } = await atEachCopy();
    for (let round = 0; round < 4; round += 1) {
      const body = { clientTurnId: randomUUID(), text: `${text} ${round}` };
      const answers = await Promise.all(ask.map((send) => send('POST', '/turns', body)));
      const said = answers.map((answer) => readReply(answer.text).text);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(said).size).toBe(1);
      const views = await Promise.all(ask.map((send) => send('GET', '')));
      const [turns, ...others] = views.map((view) => interviewViewSchema.parse(JSON.parse(view.text)).turns);
      for (const other of others) expect(other).toEqual(turns);
      expect(turns?.filter(({ clientTurnId }) => clientTurnId === body.clientTurnId)).toHaveLength(1);
      expect(turns).toHaveLength(2 * (round + 1) + 1);
    }
  });

  test('a reply whose copy dies goes on at another, from the store', { timeout: 60_000 }, async () => {
    const { ask } = await atEachCopy();
    const [first, second] = copies;
    const body = { clientTurnId: randomUUID(), text };
    // Read here, and cut off before its copy can answer: sent, stored or not, it is sent again to another.
    const cut = ask[0]?.('POST', '/turns', body).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 15));
    await first?.kill();
    await cut;
    const stream = await ask[1]?.('GET', '/stream');
    expect([200, 204]).toContain(stream?.status);
    const again = await ask[1]?.('POST', '/turns', body);
    expect(again?.status).toBe(200);
    const view = interviewViewSchema.parse(JSON.parse((await ask[2]?.('GET', ''))?.text ?? ''));
    expect(view.turns.map(({ speaker }) => speaker)).toEqual(['bar_raiser', 'candidate', 'bar_raiser']);
    expect(view.awaitingReply).toBe(false);
    expect(second?.address).not.toBe(first?.address);
    await first?.restart();
  });

  test('whole interviews are held through the proxy, each request at another copy', async () => {
    const found = noMeasurements();
    const held: HeldInterview[] = [];
    const begin = performance.now();
    const seat = {
      ...{ address: proxy.address, load: { interviews: 6, think: [0, 0.2] as const, seconds: 10 } },
      ...{ tellings: await readTellings(), found, held, marked: false, expectsCuts: false, toTheEnd: true },
      isOver: () => performance.now() - begin > 10_000,
    };
    await Promise.all(Array.from({ length: 6 }, (_, number) => takeSeat({ ...seat, seat: number })));
    expect(found.errors).toEqual([]);
    expect(held.length).toBeGreaterThan(5);
    expect(held.every(({ finished }) => finished)).toBe(true);
    // The interviews of the other tests are in the same store: nobody here began them.
    const { problems } = await checkStore(url, held, { mayBeUnheard: true });
    expect(problems.filter((problem) => !problem.includes('begun by nobody'))).toEqual([]);
  }, 120_000);
});
