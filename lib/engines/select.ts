import { createEmbeddedEngine } from './embedded/embedded-engine.ts';
import type { Engine } from './engine.ts';
import { capabilitiesOf } from './model/capabilities.ts';
import { createModelCaller } from './model/model-caller.ts';
import { createModelEngine } from './model/model-engine.ts';
import { resolveModel } from './model/provider.ts';
import { defaultRetryPolicy } from './model/retry.ts';
import { type ModelChoice, readModelSettings, type Variables } from './model/settings.ts';
import { systemSleep } from './model/stall.ts';
import { createMemoryUsageStore, type UsageStore } from './model/usage.ts';

export interface Selection {
  /** MODEL, as it is set; absent: the embedded engine. */
  model?: string | undefined;
  /** Readings of each answer, in place of GRADER_SAMPLES. */
  samples?: number | undefined;
  /** Keys, addresses, limits; by default the environment of the process. */
  variables?: Variables;
  /** Where usage is kept and budgets are counted; by default in memory. */
  usage?: UsageStore;
  /** The embedded engine to share, so that what it read of a story it reads once. */
  embedded?: Engine;
}

/**
 * The engine that is asked for: the embedded one unless a model is named. A key alone chooses nothing, and nothing is
 * asked of the network here.
 * @throws BarRaiserError model_settings, for a model that is not named right or lacks its key or address; never a silent
 * switch to another engine.
 */
export function selectEngine(selection: Selection = {}): Engine {
  const { model, samples, variables = process.env, usage, embedded = createEmbeddedEngine() } = selection;
  if (!model) return embedded;
  const settings = readModelSettings({ ...variables, MODEL: model });
  if (!settings.speaking && !settings.grading) return embedded;
  const dependencies = {
    settings,
    usage: usage ?? createMemoryUsageStore(),
    clock: Date.now,
    sleep: systemSleep,
    retry: defaultRetryPolicy,
    log: (line: string) => console.info(line),
  };
  const callers = new Map<string, ReturnType<typeof createModelCaller>>();
  const callerOf = (choice: ModelChoice | null) => {
    if (!choice) return null;
    const caller = callers.get(choice.id) ?? createModelCaller(resolveModel(choice, settings), dependencies);
    callers.set(choice.id, caller);
    return caller;
  };
  return createModelEngine({
    speaking: callerOf(settings.speaking),
    grading: callerOf(settings.grading),
    embedded,
    samples: samples ?? settings.samples,
    parallel: settings.grading
      ? capabilitiesOf(settings.grading.provider, settings.capabilities).parallel
      : 1,
    clock: Date.now,
    sleep: systemSleep,
  });
}
