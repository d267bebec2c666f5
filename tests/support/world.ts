import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { openDatabase } from '#lib/db/client.ts';
import type { ProgressData } from '#lib/domain/interview-view.ts';
import { noLimits } from '#lib/domain/limits.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { noVoice } from '#lib/engines/voice/voice.ts';
import { createBeside } from '#lib/services/beside.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { noModels } from '#lib/services/model-setup.ts';
import { createSharedRuns } from '#lib/services/shared-runs.ts';
import { startInterview } from '#lib/services/start-interview.ts';
import { takeTurn } from '#lib/services/take-turn.ts';
import { benchRows } from './bench.ts';

/** A folder of its own for one test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bar-raiser-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface World {
  url: string;
  /** A process of its own over the same database file. */
  open: (engine?: Engine, ownerId?: string | null) => Promise<ServiceContext>;
}

/** A database file of its own for one test; its clock moves on by a second whenever it is looked at. */
export function createWorld(): World {
  const url = `file:${path.join(temporaryFolder(), 'test.db')}`;
  let now = Date.UTC(2026, 0, 5, 9);
  return {
    url,
    open: async (engine = createEmbeddedEngine(), ownerId = 'owner-1') => {
      const database = await openDatabase({ url });
      const beside = createBeside();
      onTestFinished(async () => {
        await beside.settled();
        database.$client.close();
      });
      const clock = () => {
        now += 1000;
        return now;
      };
      const reader = engine.id === 'embedded' ? engine : createEmbeddedEngine();
      const engines = { engine, reader, models: noModels, beside, endings: createSharedRuns<ProgressData>() };
      const unlimited = { voice: noVoice, limits: noLimits, signIn: null, retentionDays: 0 };
      return { database, ...engines, ...unlimited, library: loadLibrary(), clock, ids: randomUUID, ownerId };
    },
  };
}

/** A started interview on the first scenario. */
export async function started(context: ServiceContext): Promise<string> {
  const input = { scenarioId: 'hbdc', level: 'sde2', mode: 'typed' } as const;
  return (await startInterview({ context, input })).id;
}

/** Real answers to the first scenario's question, each with its replies to follow-ups. */
export function tellings(): { answer: string; replies: string[] }[] {
  return benchRows('dev')
    .filter(({ question, answer }) => question === 'hbdc' && answer.split(/\s+/).length >= 200)
    .map(({ answer, followups }) => ({ answer, replies: followups.map(({ reply }) => reply) }))
    .filter(({ replies }) => replies.length >= 2);
}

/** The reply to a turn as one text; throws what the turn or its reply throws. */
export async function say(
  context: ServiceContext,
  interviewId: string,
  text: string,
  clientTurnId: string = randomUUID(),
): Promise<string> {
  const parts = await takeTurn({ context, input: { interviewId, clientTurnId, text } });
  let reply = '';
  for await (const part of parts) if (part.type === 'text') reply += part.delta;
  return reply;
}

/** Says what a candidate would until the bar raiser closes; gives the client turn ids in order. */
export async function holdInterview(context: ServiceContext, interviewId: string): Promise<string[]> {
  const [telling] = tellings();
  const texts = telling ? [telling.answer, ...telling.replies] : [];
  const sent: string[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const clientTurnId = `client-${turn + 1}`;
    sent.push(clientTurnId);
    const parts = await takeTurn({
      context,
      input: { interviewId, clientTurnId, text: texts[turn] ?? 'I checked the numbers with her in March.' },
    });
    for await (const part of parts) {
      if (part.type === 'phase' && part.data.phase === 'closing') return sent;
    }
  }
  throw new Error('The interview did not close.');
}

/** An engine that stops, as a crash would stop it, when `fails` says so. */
export function crashingEngine(fails: 'assess' | 'before speech' | 'in speech'): Engine {
  const engine = createEmbeddedEngine();
  return {
    ...engine,
    assess: (...input) => (fails === 'assess' ? Promise.reject(new Error('crash')) : engine.assess(...input)),
    async *speak(...input) {
      if (fails === 'before speech') throw new Error('crash');
      for await (const piece of engine.speak(...input)) {
        yield piece.slice(0, 5);
        throw new Error('crash');
      }
    },
  };
}
