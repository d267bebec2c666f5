/** Work that nobody waits for, one piece at a time for each key. */
export interface Beside {
  /** Starts the work when nothing runs for the key; else after that, in the place of what was waiting. It must not throw. */
  run(key: string, work: () => Promise<void>): void;
  /** Waits until nothing runs any more for a key, or at all. */
  settled(key?: string): Promise<void>;
}

interface Line {
  next: (() => Promise<void>) | null;
  done: Promise<void>;
}

/** Keeps what runs in this process; what a crash interrupts is made up for by whoever needs its result. */
export function createBeside(): Beside {
  const lines = new Map<string, Line>();

  async function work(key: string, line: Line): Promise<void> {
    for (let next = line.next; next; next = line.next) {
      line.next = null;
      await next();
    }
    lines.delete(key);
  }

  return {
    run: (key, next) => {
      const busy = lines.get(key);
      if (busy) {
        busy.next = next;
        return;
      }
      const line: Line = { next, done: Promise.resolve() };
      lines.set(key, line);
      line.done = work(key, line);
    },
    settled: async (key) => {
      const waiting = key === undefined ? [...lines.values()] : [lines.get(key)];
      await Promise.all(waiting.map((line) => line?.done));
    },
  };
}
