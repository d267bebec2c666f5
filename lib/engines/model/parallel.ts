/** Runs work now, or as soon as fewer than the limit are running. */
export type Limit = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** At most so many pieces of work at once, started in the order they came. */
export function createLimit(atMost: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atMost) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who comes in between takes it.
      if (next) next();
      else running -= 1;
    }
  };
}
