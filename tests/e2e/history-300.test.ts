import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { interviews } from '#lib/db/schema.ts';
import { debriefed, storeCopies } from '#tests/support/stored-history.ts';
import { createWorld } from '#tests/support/world.ts';
import { startServer } from './support/server.ts';

/** Milliseconds of server time a page of the history may take with 300 interviews stored. */
const limit = 200;

it('300 stored interviews: every page of the history opens in under 200 ms of server time', async () => {
  const world = createWorld();
  const context = await world.open();
  const held = await debriefed(context);
  const database = world.url.replace(/^file:/, '');
  const server = await startServer({ DATABASE_URL: `file:${path.resolve(database)}` });
  try {
    const started = await fetch(`${server.address}/api/interviews`, {
      method: 'POST',
      headers: { origin: server.address, 'content-type': 'application/json' },
      body: JSON.stringify({ scenarioId: 'ownership', level: 'sde2', mode: 'typed' }),
    });
    const { id } = z.object({ id: z.string() }).parse(await started.json());
    const cookie = (started.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const rows = await context.database
      .select({ id: interviews.id, ownerId: interviews.ownerId })
      .from(interviews);
    const ownerId = rows.find((row) => row.id === id)?.ownerId ?? '';
    await storeCopies(context, held, { count: 299, ownerId });
    const fastest = async (page: string) => {
      const times: number[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const before = performance.now();
        const answer = await fetch(`${server.address}${page}`, { headers: { cookie } });
        expect(answer.status).toBe(200);
        const text = await answer.text();
        times.push(performance.now() - before);
        if (page === '/history') expect(text).toContain('Page <!-- -->1<!-- --> of <!-- -->8');
      }
      return Math.min(...times);
    };
    // The quickest of twelve: another program that takes the machine is not this one's slowness.
    const took = {
      '/history': await fastest('/history'),
      '/history?engine=embedded&vote=hire': await fastest('/history?engine=embedded&vote=hire'),
      '/history/trends': await fastest('/history/trends'),
      '/history/questions': await fastest('/history/questions'),
    };
    console.info(`milliseconds: ${JSON.stringify(took)}`);
    for (const [page, milliseconds] of Object.entries(took)) {
      expect(milliseconds, page).toBeLessThan(limit);
    }
  } finally {
    await server.remove();
  }
}, 180_000);
