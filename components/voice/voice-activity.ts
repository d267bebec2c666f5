/** What is known of the sound so far: the level of the room, and whether somebody speaks now. */
export interface Activity {
  floor: number;
  speaking: boolean;
}

export const quiet: Activity = { floor: 0.004, speaking: false };

/** Below this no voice is heard, however still the room is; root mean square of samples from -1 to 1. */
const leastVoice = 0.01;
/** A voice stands out of the room by this factor; once it speaks, it goes on down to the second. */
const [above, until] = [3, 2];
/** How fast the level of the room is learnt, each tenth of a second, downwards and upwards. */
const [down, up] = [0.3, 0.01];

/** The activity after one more measure of the level (root mean square, 0 to 1), taken each tenth of a second. */
export function nextActivity({ floor, speaking }: Activity, level: number): Activity {
  const threshold = Math.max(leastVoice, floor * (speaking ? until : above));
  const heard = level >= threshold;
  const rate = level < floor ? down : heard ? up / 4 : up;
  return { floor: floor + (level - floor) * rate, speaking: heard };
}

/** Root mean square of samples from -1 to 1; 0 for none. */
export function levelOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** How much of a meter is filled, 0 to 1: decibels from -60 to 0, as hearing goes. */
export function meterOf(level: number): number {
  if (level <= 0) return 0;
  return Math.min(1, Math.max(0, 1 + (20 * Math.log10(level)) / 60));
}
