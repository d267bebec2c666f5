import { beforeEach, expect, it } from 'vitest';
import { Aloud, SilentError } from '#components/voice/aloud.ts';

let said: string[];
let states: { speaking: boolean; silent: boolean }[];
let finish: (() => void)[];
let aloud: Aloud;
const later = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  [said, states, finish] = [[], [], []];
  aloud = new Aloud(
    (sentence, signal) =>
      new Promise((resolve) => {
        said.push(sentence);
        finish.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
    (state) => states.push(state),
  );
});

it('says one sentence after the other, those that come meanwhile too', async () => {
  aloud.add(['One.']);
  aloud.add(['Two?']);
  expect(said).toEqual(['One.']);
  finish[0]?.();
  await later();
  expect(said).toEqual(['One.', 'Two?']);
  finish[1]?.();
  await later();
  expect(aloud.speaking).toBe(false);
  expect(states).toEqual([
    { speaking: true, silent: false },
    { speaking: false, silent: false },
  ]);
});

it('stops at once when interrupted, and says what is asked next', async () => {
  aloud.add(['One.', 'Two.']);
  aloud.stop();
  aloud.add(['Three?']);
  await later();
  expect(said).toEqual(['One.', 'Three?']);
});

it('says that nothing can be heard, and goes on with what comes next', async () => {
  let mute = true;
  aloud = new Aloud(
    async (sentence) => {
      if (mute) throw new SilentError();
      said.push(sentence);
    },
    (state) => states.push(state),
  );
  aloud.add(['One.', 'Two.']);
  await later();
  expect(states.at(-1)).toEqual({ speaking: false, silent: true });
  mute = false;
  aloud.add(['Three.']);
  await later();
  expect(said).toEqual(['Three.']);
});
