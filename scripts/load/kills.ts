import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { LoadServer } from './server.ts';

/** How long the server lives at most between two kills, in milliseconds; short lives are drawn more often. */
const longestLife = 3000;

/** Kills the server at random moments, as power cuts would, and starts it again each time. */
export async function killAgainAndAgain(server: LoadServer, kills: number): Promise<void> {
  const random = seededRandom('kills');
  for (let kill = 1; kill <= kills; kill += 1) {
    await wait(random() ** 2 * longestLife);
    await server.killAndRestart();
    if (kill % 20 === 0) console.info(`  ${kill} of ${kills} kills`);
  }
}
