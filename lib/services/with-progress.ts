/** What `work` tells as it goes on, as it comes; its result at the end. Throws what the work throws. */
export async function* withProgress<Told, Value>(
  work: (tell: (told: Told) => void) => Promise<Value>,
): AsyncGenerator<Told, Value> {
  const told: Told[] = [];
  let changed = Promise.withResolvers<void>();
  const wake = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  let running = true;
  const result = work((one) => {
    told.push(one);
    wake();
  }).finally(() => {
    running = false;
    wake();
  });
  // Awaited below; a failure while what came before is still being told must not count as unhandled.
  result.catch(() => undefined);
  for (;;) {
    const next = told.shift();
    if (next !== undefined) yield next;
    else if (running) await changed.promise;
    else return result;
  }
}
