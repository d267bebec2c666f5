import { expect, test, vi } from 'vitest';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { warmUp } from '#lib/services/warm-up.ts';
import { createWorld } from '#tests/support/world.ts';

test('an engine that costs nothing reads an example once; nothing of it is stored', async () => {
  const context = await createWorld().open();
  const assess = vi.spyOn(context.engine, 'assess');
  const speak = vi.spyOn(context.engine, 'speak');
  await warmUp({ ...context, ownerSecrets: [''], trustedProxies: 0 });
  expect(assess).toHaveBeenCalledTimes(1);
  expect(speak).toHaveBeenCalledTimes(1);
  expect(await listInterviews({ context })).toEqual([]);
});

test('an engine that may cost money is never used unasked', async () => {
  const context = await createWorld().open();
  const assess = vi.fn();
  await warmUp({
    ...context,
    ownerSecrets: [''],
    trustedProxies: 0,
    engine: { ...context.engine, id: 'openai:some-model', assess },
  });
  expect(assess).not.toHaveBeenCalled();
});
