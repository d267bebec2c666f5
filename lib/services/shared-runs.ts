/** Work that tells how far it is, done once for all who ask for it at the same time. */
export interface SharedRuns<Step> {
  /**
   * Joins the run of this key, or starts it. Every listener is given all steps from the first; the run goes on to its
   * end whether or not anyone still listens. What it throws, every listener is thrown.
   */
  join(key: string, start: () => AsyncIterable<Step>): AsyncIterable<Step>;
}

interface Run<Step> {
  steps: Step[];
  end: { error: unknown } | 'done' | null;
  changed: PromiseWithResolvers<void>;
}

export function createSharedRuns<Step>(): SharedRuns<Step> {
  const runs = new Map<string, Run<Step>>();

  function tell(run: Run<Step>): void {
    const { resolve } = run.changed;
    run.changed = Promise.withResolvers();
    resolve();
  }

  async function pump(key: string, run: Run<Step>, steps: AsyncIterable<Step>): Promise<void> {
    try {
      for await (const step of steps) {
        run.steps.push(step);
        tell(run);
      }
      run.end = 'done';
    } catch (error) {
      run.end = { error };
    }
    runs.delete(key);
    tell(run);
  }

  async function* follow(run: Run<Step>): AsyncGenerator<Step> {
    for (let index = 0; ; ) {
      const step = run.steps[index];
      if (step !== undefined) {
        index += 1;
        yield step;
      } else if (run.end === null) await run.changed.promise;
      else if (run.end === 'done') return;
      else throw run.end.error;
    }
  }

  return {
    join: (key, start) => {
      const present = runs.get(key);
      if (present) return follow(present);
      const run: Run<Step> = { steps: [], end: null, changed: Promise.withResolvers() };
      runs.set(key, run);
      void pump(key, run, start());
      return follow(run);
    },
  };
}
