import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { Exercise, ExerciseKind } from './exercise.ts';

/** What a session is for, in seconds. */
export const sessionSeconds = 300;
/** How far over that the last exercise may reach; less than this left is too little for another. */
const slackSeconds = 30;

type Choice = Pick<Exercise, 'id' | 'kind' | 'targetSeconds' | 'story'>;

/**
 * About five minutes of exercises: those that are due first, the longest due at the front, then new ones; never two of
 * a kind in a row where another kind is at hand; target times adding up to `seconds`. New ones come kind by kind in
 * turn, those of the person's own stories before the library's, in an order that only `seed` decides (the person and
 * the day, so that a day's session stays the same).
 * In: for each practised exercise when it is due (milliseconds), the end of the person's day, and what was done today,
 * which does not come again.
 */
export function fiveMinutes<C extends Choice>({
  exercises,
  due,
  endOfDay,
  doneToday,
  seed,
  seconds = sessionSeconds,
}: {
  exercises: readonly C[];
  due: ReadonlyMap<string, number>;
  endOfDay: number;
  doneToday: ReadonlySet<string>;
  seed: string;
  seconds?: number;
}): C[] {
  const open = exercises.filter(({ id }) => !doneToday.has(id));
  const waiting = open
    .filter(({ id }) => (due.get(id) ?? Number.POSITIVE_INFINITY) < endOfDay)
    .sort((a, b) => (due.get(a.id) ?? 0) - (due.get(b.id) ?? 0) || compare(a.id, b.id));
  const fresh = kindByKind(
    open.filter(({ id }) => !due.has(id)),
    seed,
  );
  const chosen: C[] = [];
  let left = seconds;
  for (const tier of [waiting, fresh]) {
    const rest = [...tier];
    while (rest.length > 0 && left >= slackSeconds) {
      const last = chosen.at(-1)?.kind;
      const fits = ({ targetSeconds }: C) => targetSeconds <= left + slackSeconds;
      const at = firstIndex(rest, (each) => fits(each) && each.kind !== last) ?? firstIndex(rest, fits);
      if (at === null) break;
      const [next] = rest.splice(at, 1);
      if (!next) break;
      chosen.push(next);
      left -= next.targetSeconds;
    }
  }
  return chosen;
}

/** One of each kind in turn, until all are dealt; which kind begins is drawn as well, however many there are of it. */
function kindByKind<C extends Choice>(fresh: readonly C[], seed: string): C[] {
  const random = seededRandom(seed);
  const drawn = fresh
    .map((exercise) => ({ exercise, draw: random() + (exercise.story ? 0 : 1) }))
    .sort((a, b) => a.draw - b.draw);
  const piles = new Map<ExerciseKind, C[]>();
  for (const { exercise } of drawn) piles.set(exercise.kind, [...(piles.get(exercise.kind) ?? []), exercise]);
  const turn = (kind: ExerciseKind) => seededRandom(`${seed} ${kind}`)();
  const hands = [...piles].sort(([one], [other]) => turn(one) - turn(other)).map(([, hand]) => hand);
  const rounds = Math.max(0, ...hands.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => hands.flatMap((hand) => hand[round] ?? [])).flat();
}

function firstIndex<T>(list: readonly T[], test: (item: T) => boolean): number | null {
  const index = list.findIndex(test);
  return index < 0 ? null : index;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
